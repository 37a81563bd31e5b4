package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidWith = &rule.Rule{
	ID:        "web-avoid-with",
	Severity:  rule.High,
	Category:  rule.Performance,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://developer.mozilla.org/docs/Web/JavaScript/Reference/Statements/with",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidWith,
}

func runAvoidWith(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Of(javascript.With) {
			p.Reportf(n.Child(0), s.Ref(), "In the body of a with statement every name must be looked up in %q first, and strict code has no such statement; name the object each time", short(n.Child(0).Text()))
		}
	}
	return nil
}
