package view

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidAllColumns = &rule.Rule{
	ID:        "view-avoid-all-columns",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidAllColumns,
}

func runAvoidAllColumns(p *rule.Pass) error {
	for q := range customizations.Of(p.Pass).Queries() {
		if q.IsFilter {
			continue
		}
		for s := range q.Sources() {
			if s.AllColumns.IsSet() {
				p.Reportf(s.AllColumns, q.Of, "The query of %s fetches all columns of %q; name the ones that are shown", q.Title, s.Table.Value)
			}
		}
	}
	return nil
}
