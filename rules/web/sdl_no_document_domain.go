package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var sdlNoDocumentDomain = &rule.Rule{
	ID:        "web-sdl-no-document-domain",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://github.com/microsoft/eslint-plugin-sdl/blob/main/docs/rules/no-document-domain.md",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runSdlNoDocumentDomain,
}

func runSdlNoDocumentDomain(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Of(javascript.Assign) {
			if target := n.Child(0); target.Name() == "domain" && target.Kind() == javascript.Member && isDocument(target.Child(0)) {
				p.Reportf(n, s.Ref(), "Writing to %q opens the page to every other page of that domain, and browsers ignore it by now; use \"postMessage\" with an exact origin", target.Text())
			}
		}
	}
	return nil
}
