package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useOffline = &rule.Rule{
	ID:        "web-use-offline",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/use-offline",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseOffline,
}

func runUseOffline(p *rule.Pass) error {
	reportAPIs(p, []api{
		{"Xrm.Mobile.offline", "is deprecated; use Xrm.WebApi.offline"},
	})
	return nil
}
