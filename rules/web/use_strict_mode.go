package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useStrictMode = &rule.Rule{
	ID:        "web-use-strict-mode",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://developer.mozilla.org/docs/Web/JavaScript/Reference/Strict_mode/Transitioning_to_strict_mode",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseStrictMode,
}

func runUseStrictMode(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		if s.Root().IsStrict() || s.Form == webresource.Handler || s.Form == webresource.URL {
			continue
		}
		for n := range s.Of(javascript.Function) {
			if !n.IsStrict() && n.Function() == s.Root() {
				p.Reportf(s.Range(head(n)), s.Ref(), "This function does not run in strict mode, where a name with a slip of the pen becomes a global; begin it, or the script, with \"use strict\"")
			}
		}
	}
	return nil
}

// head returns the bytes of a function before its body.
func head(f javascript.Node) javascript.Span {
	span := f.Span()
	if body := f.Body(); body.IsValid() {
		span.End = max(body.Span().Start, span.Start+1)
	}
	return span
}
