package view

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
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
				if isLike(c.Operator.Value) && strings.HasPrefix(strings.TrimLeft(c.Value.Value, "_"), "%") {
					p.Reportf(c.Value, q.Of, "The query of %s looks for %q in column %q, and no index helps where the text begins with a wildcard; compare with a choice or a whole value, or look for how the text begins",
						q.Title, c.Value.Value, c.Column.Value)
				}
			}
		}
	}
	return nil
}

// isLike reports whether an operator knows wildcards.
func isLike(operator string) bool {
	return strings.EqualFold(operator, "like") || strings.EqualFold(operator, "not-like")
}
