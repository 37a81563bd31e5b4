package view

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidTextFilter = &rule.Rule{
	ID:        "view-avoid-text-filter",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidTextFilter,
}

func runAvoidTextFilter(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	columns := newColumns(m)
	for q := range m.Queries() {
		for s := range q.Sources() {
			for c, quick := range s.Conditions() {
				col := columns.of(q, s, c.Link, c.Column)
				if col == nil || !strings.EqualFold(col.Kind.Value, "ntext") || !isLike(c.Operator.Value) {
					continue
				}
				if quick {
					p.Reportf(c.Column, q.Of, "Quick find of %s looks through the long texts of column %q; leave it out, or turn on Dataverse search", q.Title, c.Column.Value)
					continue
				}
				p.Reportf(c.Column, q.Of, "The query of %s looks through the long texts of column %q; test a short column", q.Title, c.Column.Value)
			}
		}
	}
	return nil
}
