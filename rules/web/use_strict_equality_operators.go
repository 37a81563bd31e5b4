package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useStrictEqualityOperators = &rule.Rule{
	ID:        "web-use-strict-equality-operators",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://developer.mozilla.org/docs/Web/JavaScript/Equality_comparisons_and_sameness",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseStrictEqualityOperators,
}

func runUseStrictEqualityOperators(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Of(javascript.Binary) {
			if op := n.Operator(); op == "==" || op == "!=" {
				reportRepair(p, s, s.Range(n.OperatorSpan()), strict(n), "%q converts its operands before it compares them, so that 0 and an empty text are equal; use %q", op, op+"=")
			}
		}
	}
	return nil
}
