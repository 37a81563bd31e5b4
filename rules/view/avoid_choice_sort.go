package view

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidChoiceSort = &rule.Rule{
	ID:        "view-avoid-choice-sort",
	Severity:  rule.Informational,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  0,
	Guidance:  antipatternsPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidChoiceSort,
}

func runAvoidChoiceSort(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	columns := newColumns(m)
	for q := range m.Queries() {
		for s := range q.Sources() {
			for _, o := range s.Orders {
				col := columns.of(q, s, o.Link, o.Column)
				if col != nil && strings.EqualFold(col.Kind.Value, "picklist") && !isComputed(col) { // view-avoid-calculated-filter tells of it
					p.Reportf(o.Column, q.Of, "The query of %s sorts by the choice %q, so the server joins the labels of the user's language to each row; sort by another column", q.Title, o.Column.Value)
				}
			}
		}
	}
	return nil
}
