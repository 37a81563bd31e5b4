package view

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLinkedSort = &rule.Rule{
	ID:        "view-avoid-linked-sort",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidLinkedSort,
}

func runAvoidLinkedSort(p *rule.Pass) error {
	for q := range customizations.Of(p.Pass).Queries() {
		if q.Aggregate.Value {
			continue // a chart that groups by a linked column sorts the groups
		}
		for s := range q.Sources() {
			for _, o := range s.Orders {
				if s.IsLink || o.Link.Value != "" {
					p.Reportf(o, q.Of, "The query of %s sorts by column %q of a linked table, which no index can do; sort by a column of %q", q.Title, o.Column.Value, q.Source.Table.Value)
				}
			}
		}
	}
	return nil
}
