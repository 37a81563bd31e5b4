package plugin

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRecordID = &rule.Rule{
	ID:        "plugin-avoid-record-id",
	Severity:  rule.Medium,
	Category:  rule.Maintainability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidRecordID,
}

// runAvoidRecordID looks for rows that are named by an id that stands in the code.
func runAvoidRecordID(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		if id := recordID(idOf(call)); id != "" {
			managed.ReportCall(p, call, "names a row by the id %q, which is another one in another environment; find the row by its name, or take its id from an environment variable", id)
		}
	}
	return nil
}

// idOf returns the argument of a call that is the id of a row.
func idOf(call *assembly.Call) *assembly.Value {
	switch {
	case call.IsNew("Microsoft.Xrm.Sdk.EntityReference"), call.IsNew("Microsoft.Xrm.Sdk.Entity"):
		return call.Arg(1)
	case call.Is(organizationService, "Retrieve"), call.Is(organizationService, "Delete"):
		return call.Arg(2)
	case call.Is("Microsoft.Xrm.Sdk.Entity", "set_Id"), call.Is("Microsoft.Xrm.Sdk.EntityReference", "set_Id"):
		return call.Arg(1)
	}
	return call.Arg(-1)
}

// recordID returns the text that a GUID is made of, empty for the empty GUID and
// for one that is no literal.
func recordID(v *assembly.Value) string {
	parsed := v.Kind == assembly.Result && v.Member.Is("System.Guid", "Parse")
	if !v.IsNew("System.Guid") && !parsed || len(v.Args) != 1 || v.Args[0].Kind != assembly.Text || strings.Trim(v.Args[0].Text, "{}-0") == "" {
		return ""
	}
	return v.Args[0].Text
}
