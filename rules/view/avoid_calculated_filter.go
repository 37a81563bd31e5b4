package view

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidCalculatedFilter = &rule.Rule{
	ID:        "view-avoid-calculated-filter",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidCalculatedFilter,
}

func runAvoidCalculatedFilter(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	columns := newColumns(m)
	for q := range m.Queries() {
		for s := range q.Sources() {
			for c := range s.Conditions() {
				if col := columns.of(q, s, c.Link, c.Column); isComputed(col) {
					p.Reportf(c.Column, q.Of, "The query of %s tests the column %q, whose value is computed for each row while the query runs; test the columns that it is made of", q.Title, c.Column.Value)
				}
			}
			for _, o := range s.Orders {
				if col := columns.of(q, s, o.Link, o.Column); isComputed(col) {
					p.Reportf(o.Column, q.Of, "The query of %s sorts by the column %q, whose value is computed for each row while the query runs; sort by a column that is stored", q.Title, o.Column.Value)
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
