package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var sdlNoCookies = &rule.Rule{
	ID:        "web-sdl-no-cookies",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://github.com/microsoft/eslint-plugin-sdl/blob/main/docs/rules/no-cookies.md",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runSdlNoCookies,
}

func runSdlNoCookies(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Of(javascript.Member) {
			if n.Name() == "cookie" && isDocument(n.Child(0)) {
				p.Reportf(n, s.Ref(), "%q reads or writes cookies, which other pages of the host see and every request carries; use \"sessionStorage\" or \"localStorage\"", n.Text())
			}
		}
	}
	return nil
}
