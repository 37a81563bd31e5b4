package plugin

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeTargetCheck = &rule.Rule{
	ID:        "plugin-include-target-check",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{assembly.Analyzer, customizations.Analyzer},
	Run:       runIncludeTargetCheck,
}

// runIncludeTargetCheck looks for columns that are read from the target of an Update as if they were
// always there: only those that changed are.
func runIncludeTargetCheck(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		for _, e := range a.Entries {
			for _, c := range e.Runs {
				for _, call := range c.Calls {
					column := readFromTarget(call)
					if step := lacking(e, column); step != nil && !c.IsVendored() && !asksForColumn(e, column) {
						managed.ReportCall(p, call, "reads %q from the target, which holds only what was changed, so that the step %q fails where it was not; ask with Contains before, or use GetAttributeValue", column, step.Name.Value)
					}
				}
			}
		}
	}
	return nil
}

// readFromTarget returns the column that a call reads by its name from the target,
// in a way that fails where the column is not there.
func readFromTarget(call *assembly.Call) string {
	if call.Member.Name != "get_Item" || len(call.Args) != 2 || call.Last().Kind != assembly.Text {
		return ""
	}
	row := call.Arg(0)
	if row.Kind == assembly.Result && row.Member.Name == "get_Attributes" && len(row.Args) == 1 {
		row = row.Args[0]
	}
	if !call.Is("Microsoft.Xrm.Sdk.Entity", "") && row == call.Arg(0) || !slices.ContainsFunc(row.Possible(), (*assembly.Value).IsTarget) {
		return ""
	}
	return call.Last().Text
}

// lacking returns a step for Update in which the target may lack the column.
func lacking(e *assembly.Entry, column string) *customizations.Step {
	for _, s := range e.Steps {
		if column == "" || !s.Message.Certain || s.Message.Name != "Update" || strings.EqualFold(column, s.Table.Value+"id") {
			continue
		}
		if len(s.FilteringColumns) != 1 || !strings.EqualFold(s.FilteringColumns[0].Value, column) {
			return s
		}
	}
	return nil
}

// asksForColumn reports whether the code asks anywhere if there is such a column,
// or which message it is for.
func asksForColumn(e *assembly.Entry, column string) bool {
	return slices.ContainsFunc(e.Runs, func(c *assembly.Code) bool { return tellsMessages(c) || asksBefore(c, column) })
}
