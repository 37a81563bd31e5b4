package view

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidChoiceSort = &rule.Rule{
	ID:        "view-avoid-choice-sort",
	Severity:  rule.Informational,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  0,
	Guidance:  antipatternsPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidChoiceSort,
}

func runAvoidChoiceSort(p *rule.Pass) error {
	columns := newColumns(customizations.Of(p.Pass))
	for _, q := range query.Of(p.Pass).Queries {
		if q.RawOrder.Value {
			continue // by number, not by label
		}
		for s := range q.Sources() {
			for _, o := range s.Orders {
				if col := columns.of(q, s, o.Link, o.Column); col != nil && strings.EqualFold(col.Kind.Value, "picklist") {
					reportf(p, q, o.Column, "sorts by the choice %q, so the server joins the labels of the user's language to each row; sort by another column", o.Column.Value)
				}
			}
		}
	}
	return nil
}
