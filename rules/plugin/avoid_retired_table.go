package plugin

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRetiredTable = &rule.Rule{
	ID:        "plugin-avoid-retired-table",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidRetiredTable,
}

func runAvoidRetiredTable(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		if table := tableOf(call); table != "" {
			if t := retired.Table(table); t != nil {
				managed.ReportCall(p, call, "uses the table %q (%s), %s; %s", table, t.Label, t.Fate(), t.Advice)
			}
		}
	}
	return nil
}

// tableOf returns the name of a table that a call gives the SDK: what is made of
// it, or asked of the service. It is empty for other calls.
func tableOf(call *assembly.Call) string {
	name := &assembly.Value{}
	switch owner, short := call.Member.OwnerName(), call.Member.Name; {
	case isOfTable(owner) && call.IsNew(owner):
		name = call.Arg(0)
	case isOfTable(owner) && (short == "set_EntityName" || short == "set_LogicalName"):
		name = call.Last()
	case owner == "Microsoft.Xrm.Sdk.IOrganizationService" && (short == "Retrieve" || short == "Delete"):
		name = call.Arg(1)
	}
	if name.Kind != assembly.Text {
		return ""
	}
	return strings.ToLower(name.Text)
}

// isOfTable reports whether objects of a type belong to a table that their
// constructor names.
func isOfTable(typeName string) bool {
	switch typeName {
	case "Microsoft.Xrm.Sdk.Entity", "Microsoft.Xrm.Sdk.EntityReference",
		"Microsoft.Xrm.Sdk.Query.QueryExpression", "Microsoft.Xrm.Sdk.Query.QueryByAttribute":
		return true
	}
	return false
}
