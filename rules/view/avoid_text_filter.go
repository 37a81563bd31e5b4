package view

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidTextFilter = &rule.Rule{
	ID:        "view-avoid-text-filter",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidTextFilter,
}

func runAvoidTextFilter(p *rule.Pass) error {
	columns := newColumns(customizations.Of(p.Pass))
	for _, q := range query.Of(p.Pass).Queries {
		for s := range q.Sources() {
			for c, quick := range s.Conditions() {
				switch {
				case !isLike(c.Operator.Value) || !isLong(columns.of(q, s, c.Link, c.Column)):
				case quick:
					p.Reportf(c.Column, q.Of, "Quick find of %s looks through the long texts of column %q; leave it out, or turn on Dataverse search", q.Title, c.Column.Value)
				default:
					reportf(p, q, c.Column, "looks through the long texts of column %q; test a short column", c.Column.Value)
				}
			}
		}
	}
	return nil
}

// maxIndexed is the length of texts, in characters, above which the platform counts
// their column among those that are too large for an index.
const maxIndexed = 850

func isLong(c *customizations.Column) bool {
	if c == nil {
		return false
	}
	return strings.EqualFold(c.Kind.Value, "ntext") || strings.EqualFold(c.Kind.Value, "nvarchar") && c.MaxLength.Value > maxIndexed
}
