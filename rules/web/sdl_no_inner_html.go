package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var sdlNoInnerHTML = &rule.Rule{
	ID:        "web-sdl-no-inner-html",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://github.com/microsoft/eslint-plugin-sdl/blob/main/docs/rules/no-inner-html.md",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runSdlNoInnerHTML,
}

func runSdlNoInnerHTML(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Of(javascript.Assign) {
			if target := n.Child(0); isMarkup(target) && !isEmptyText(n.Child(1)) {
				p.Reportf(n, s.Ref(), "Text that is set as %q is read as markup, so whoever controls it controls the page; use \"textContent\"", target.Name())
			}
		}
		for n := range s.Of(javascript.Call) {
			callee, count := n.Callee(), len(n.Arguments())
			if callee.Kind() == javascript.Member && callee.Name() == "insertAdjacentHTML" && count == 2 && !isEmptyText(n.Argument(1)) {
				p.Reportf(n, s.Ref(), "Text that \"insertAdjacentHTML\" inserts is read as markup, so whoever controls it controls the page; use \"insertAdjacentText\"")
			}
		}
	}
	return nil
}

// isMarkup reports whether a target takes markup.
func isMarkup(target javascript.Node) bool {
	return target.Kind() == javascript.Member && (target.Name() == "innerHTML" || target.Name() == "outerHTML")
}
