package view

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLeadingWildcard = &rule.Rule{
	ID:        "view-avoid-leading-wildcard",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidLeadingWildcard,
}

func runAvoidLeadingWildcard(p *rule.Pass) error {
	for q := range customizations.Of(p.Pass).Queries() {
		for s := range q.Sources() {
			for c := range s.Conditions() {
				if isOpen(c) {
					p.Reportf(c.Value, q.Of, "The query of %s looks for %q in column %q, and no index helps where the beginning of the text is open; compare with a choice or a whole value, or look for how the text begins",
						q.Title, c.Value.Value, c.Column.Value)
				}
			}
		}
	}
	return nil
}

// isOpen reports whether a condition leaves the beginning of a text open: by a
// wildcard, or by its operator.
func isOpen(c *fetchxml.Condition) bool {
	if o := c.Operator.Value; strings.EqualFold(o, "ends-with") || strings.EqualFold(o, "not-end-with") {
		return true
	}
	return isLike(c.Operator.Value) && strings.HasPrefix(strings.TrimLeft(c.Value.Value, "_"), "%")
}

// isLike reports whether an operator knows wildcards.
func isLike(operator string) bool {
	return strings.EqualFold(operator, "like") || strings.EqualFold(operator, "not-like")
}
