package view

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLeadingWildcard = &rule.Rule{
	ID:        "view-avoid-leading-wildcard",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidLeadingWildcard,
}

func runAvoidLeadingWildcard(p *rule.Pass) error {
	for _, q := range query.Of(p.Pass).Queries {
		for s := range q.Sources() {
			for c := range s.Conditions() {
				if isOpen(c) {
					reportf(p, q, model.At(c.Value, c), "looks for %q in column %q, and no index helps where the beginning of the text is open; compare with a choice or a whole value, or look for how the text begins",
						c.Value.Value, c.Column.Value)
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
	return isLike(c.Operator.Value) && beginsOpen(c.Value.Value)
}

// beginsOpen reports whether a pattern begins with a wildcard. By the rules of
// sorting a hyphen in front counts for nothing.
func beginsOpen(pattern string) bool {
	return strings.ContainsAny(pattern[:min(len(pattern), 1)], "%_[") || strings.HasPrefix(strings.TrimLeft(pattern, "-"), "%")
}

// isLike reports whether an operator knows wildcards.
func isLike(operator string) bool {
	return strings.EqualFold(operator, "like") || strings.EqualFold(operator, "not-like")
}
