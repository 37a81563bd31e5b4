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

// settingsOfContext are the members of the context that are settings of the
// organization, with what is said of each.
var settingsOfContext = map[string]string{
	"getIsAutoSaveEnabled": "is deprecated; read organizationSettings.isAutoSaveEnabled of Xrm.Utility.getGlobalContext()",
	"getOrgLcid":           "is deprecated; read organizationSettings.languageId of Xrm.Utility.getGlobalContext()",
	"getOrgUniqueName":     "is deprecated; read organizationSettings.uniqueName of Xrm.Utility.getGlobalContext()",
}

func runUseOrgSetting(p *rule.Pass) error {
	var list []api
	for member, advice := range settingsOfContext {
		list = append(list, api{"Xrm.Page.context." + member, advice})
	}
	reportAPIs(p, list)
	return nil
}
