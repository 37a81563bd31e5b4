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
			if c.InLoop(call.Offset) && (call.Is(organizationService, "Retrieve") || call.Is(organizationService, "RetrieveMultiple")) {
				managed.ReportCall(p, call, "queries in a loop with %q; ask once for all rows before it", call.Member.Name)
			}
		}
	}
	return nil
}

// isPaging reports whether the code reads a query page by page, which needs a
// loop.
func isPaging(c *assembly.Code) bool {
	return slices.ContainsFunc(c.Calls, func(call *assembly.Call) bool {
		return call.Is("Microsoft.Xrm.Sdk.EntityCollection", "get_MoreRecords") || call.Is("Microsoft.Xrm.Sdk.Query.PagingInfo", "set_PageNumber")
	})
}
