package view

import (
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLinkedSort = &rule.Rule{
	ID:        "view-avoid-linked-sort",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidLinkedSort,
}

func runAvoidLinkedSort(p *rule.Pass) error {
	for _, q := range query.Of(p.Pass).Queries {
		if q.Aggregate.Value {
			continue // a chart that groups by a linked column sorts the groups
		}
		for s := range q.Sources() {
			for _, o := range s.Orders {
				if s.IsLink || o.Link.Value != "" {
					reportf(p, q, o, "sorts by column %q of a linked table, which no index can do; sort by a column of %q", o.Column.Value, q.Source.Table.Value)
				}
			}
		}
	}
	return nil
}
