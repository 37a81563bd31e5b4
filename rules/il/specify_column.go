package il

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var specifyColumn = &rule.Rule{
	ID:        "il-specify-column",
	Severity:  rule.High,
	Category:  rule.Performance,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/best-practices/work-with-data/retrieve-specific-columns-entity-via-query-apis",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runSpecifyColumn,
}

const columnSet = "Microsoft.Xrm.Sdk.Query.ColumnSet"

func runSpecifyColumn(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		created := call.IsNew(columnSet) && len(call.Member.Sig.Params) == 1 && call.Member.Sig.Params[0].Is("System.Boolean")
		if (created || call.Is(columnSet, "set_AllColumns")) && slices.ContainsFunc(call.Last().Possible(), (*assembly.Value).IsTrue) {
			managed.ReportCall(p, call, "asks for all columns of a row; name those that the code reads")
		}
	}
	return nil
}
