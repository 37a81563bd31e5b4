package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var sdlNoWinjsHTMLUnsafe = &rule.Rule{
	ID:        "web-sdl-no-winjs-html-unsafe",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://github.com/microsoft/eslint-plugin-sdl/blob/main/docs/rules/no-winjs-html-unsafe.md",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runSdlNoWinjsHTMLUnsafe,
}

func runSdlNoWinjsHTMLUnsafe(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for _, name := range []string{"setInnerHTML", "setOuterHTML", "insertAdjacentHTML"} {
			for n := range s.Uses("WinJS.Utilities." + name + "Unsafe()") {
				p.Reportf(n, s.Ref(), "\"WinJS.Utilities.%sUnsafe\" sets markup without looking for scripts in it; use \"WinJS.Utilities.%s\"", name, name)
			}
		}
	}
	return nil
}
