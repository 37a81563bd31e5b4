package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useAppsidepaneAPI = &rule.Rule{
	ID:        "web-use-appsidepane-api",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/use-appsidepane-api",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseAppsidepaneAPI,
}

func runUseAppsidepaneAPI(p *rule.Pass) error {
	reportAPIs(p, []api{
		{"Xrm.Panel.loadPanel", "is deprecated; call Xrm.App.sidePanes.createPane"},
		{"Xrm.Panels.loadPanel", "is deprecated; call Xrm.App.sidePanes.createPane"},
		{"Xrm.App.panels.loadPanel", "is deprecated; call Xrm.App.sidePanes.createPane"},
	})
	return nil
}
