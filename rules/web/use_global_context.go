package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useGlobalContext = &rule.Rule{
	ID:        "web-use-global-context",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/use-global-context",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseGlobalContext,
}

func runUseGlobalContext(p *rule.Pass) error {
	reportAPIs(p, []api{
		{"Xrm.Page.context", "is deprecated; use Xrm.Utility.getGlobalContext()"},
	})
	return nil
}
