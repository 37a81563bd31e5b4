package plugin

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidQueryInLoop = &rule.Rule{
	ID:        "plugin-avoid-query-in-loop",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidQueryInLoop,
}

const organizationService = "Microsoft.Xrm.Sdk.IOrganizationService"

func runAvoidQueryInLoop(p *rule.Pass) error {
	for c := range managed.Codes(p) {
		if isPaging(c) {
			continue
		}
		for _, call := range c.Calls {
			switch {
			case !c.InLoop(call.Offset):
			case isQuery(call):
				managed.ReportCall(p, call, "queries in a loop with %q; ask once for all rows before it", call.Member.Name)
			case queries(c, call):
				managed.ReportCall(p, call, "queries in a loop, because it calls %q there; ask once for all rows before it", call.Member)
			}
		}
	}
	return nil
}

func isQuery(call *assembly.Call) bool {
	return call.Is(organizationService, "Retrieve") || call.Is(organizationService, "RetrieveMultiple")
}

// queries reports whether a called method of the assembly queries each time: it has
// a query, reads no pages, and keeps no cache that it asks before.
func queries(from *assembly.Code, call *assembly.Call) bool {
	if call.Member.Method == nil {
		return false
	}
	c := from.Assembly.CodeOf(call.Member.Method)
	return c != nil && !c.IsVendored() && !isPaging(c) && slices.ContainsFunc(c.Calls, isQuery) && !slices.ContainsFunc(c.Calls, func(inner *assembly.Call) bool {
		return inner.Member.Name == "TryGetValue" || inner.Member.Name == "ContainsKey"
	})
}

// isPaging reports whether the code reads a query page by page, which needs a
// loop.
func isPaging(c *assembly.Code) bool {
	return slices.ContainsFunc(c.Calls, func(call *assembly.Call) bool {
		return call.Is("Microsoft.Xrm.Sdk.EntityCollection", "get_MoreRecords") || call.Is("Microsoft.Xrm.Sdk.Query.PagingInfo", "set_PageNumber")
	})
}
