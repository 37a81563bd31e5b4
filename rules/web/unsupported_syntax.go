package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var unsupportedSyntax = &rule.Rule{
	ID:        "web-unsupported-syntax",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUnsupportedSyntax,
}

// supportedEdition is the edition of ECMAScript, by its year, that Microsoft's
// checker reads: its documentation names ES2018 (read 2025-06).
const supportedEdition = 2018

func runUnsupportedSyntax(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for _, f := range s.Features {
			if f.Edition > supportedEdition && s.IsOwn(f.Span) {
				p.Reportf(s.Range(f.Span), s.Ref(), "Microsoft's checker reads ECMAScript up to %d and gives up on this script: %s is of %d; everything else in the script was checked here", supportedEdition, f.Name, f.Edition)
				break
			}
		}
	}
	return nil
}
