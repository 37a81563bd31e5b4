package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var sdlNoDocumentWrite = &rule.Rule{
	ID:        "web-sdl-no-document-write",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://github.com/microsoft/eslint-plugin-sdl/blob/main/docs/rules/no-document-write.md",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runSdlNoDocumentWrite,
}

func runSdlNoDocumentWrite(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Of(javascript.Call) {
			callee := n.Callee()
			if name := callee.Name(); callee.Kind() != javascript.Member || name != "write" && name != "writeln" {
				continue
			}
			if isDocument(callee.Child(0)) && n.Argument(0).IsValid() {
				p.Reportf(n, s.Ref(), "%q writes text into the page as markup, so whoever controls the text controls the page; build elements and set their \"textContent\"", callee.Text())
			}
		}
	}
	return nil
}
