package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useCachedWebresource = &rule.Rule{
	ID:        "web-use-cached-webresource",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.WebResource,
	Rulesets:  0,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/use-cached-webresource",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseCachedWebresource,
}

func runUseCachedWebresource(p *rule.Pass) error {
	reportTexts(p, "names a web resource by an address that no cache keeps; write $webresource: and its name in ribbons and sitemaps, and a relative path in pages", []string{"/webresources/"}, nil)
	return nil
}
