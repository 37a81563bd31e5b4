package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useOrgSetting = &rule.Rule{
	ID:        "web-use-org-setting",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/use-org-setting",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseOrgSetting,
}

func runUseOrgSetting(p *rule.Pass) error {
	reportAPIs(p, []api{
		{"Xrm.Page.context.getIsAutoSaveEnabled", "is deprecated; read organizationSettings.isAutoSaveEnabled of Xrm.Utility.getGlobalContext()"},
		{"Xrm.Page.context.getOrgLcid", "is deprecated; read organizationSettings.languageId of Xrm.Utility.getGlobalContext()"},
		{"Xrm.Page.context.getOrgUniqueName", "is deprecated; read organizationSettings.uniqueName of Xrm.Utility.getGlobalContext()"},
	})
	return nil
}
