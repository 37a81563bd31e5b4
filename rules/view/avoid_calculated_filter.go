package view

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidCalculatedFilter = &rule.Rule{
	ID:        "view-avoid-calculated-filter",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidCalculatedFilter,
}

func runAvoidCalculatedFilter(p *rule.Pass) error {
	columns := newColumns(customizations.Of(p.Pass))
	for _, q := range query.Of(p.Pass).Queries {
		for s := range q.Sources() {
			for c := range s.Conditions() {
				if isComputed(columns.of(q, s, c.Link, c.Column)) {
					reportf(p, q, c.Column, "tests the column %q, whose value is computed for each row while the query runs; test the columns that it is made of", c.Column.Value)
				}
			}
			for _, o := range s.Orders {
				if isComputed(columns.of(q, s, o.Link, o.Column)) {
					reportf(p, q, o.Column, "sorts by the column %q, whose value is computed for each row while the query runs; sort by a column that is stored", o.Column.Value)
				}
			}
		}
	}
	return nil
}

// isComputed reports whether the platform computes a column in the query. Values
// of rollup columns are stored.
func isComputed(c *customizations.Column) bool {
	return c != nil && (c.SourceType.Is(customizations.Calculated) || c.SourceType.Is(customizations.Formula))
}
