package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useNavigationAPI = &rule.Rule{
	ID:        "web-use-navigation-api",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/use-navigation-api",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseNavigationAPI,
}

func runUseNavigationAPI(p *rule.Pass) error {
	reportAPIs(p, []api{
		{"Xrm.Navigation.openDialog", "was never published; call Xrm.Navigation.navigateTo"},
		{"Xrm.Utility.alertDialog", "is deprecated; call Xrm.Navigation.openAlertDialog"},
		{"Xrm.Utility.confirmDialog", "is deprecated; call Xrm.Navigation.openConfirmDialog"},
		{"Xrm.Utility.openEntityForm", "is deprecated; call Xrm.Navigation.openForm"},
		{"Xrm.Utility.openQuickCreate", "is deprecated; call Xrm.Navigation.openForm with useQuickCreateForm"},
		{"Xrm.Utility.openWebResource", "is deprecated; call Xrm.Navigation.openWebResource"},
	}, toNavigation)
	return nil
}

// toNavigation is the repair of the calls that have a successor of the same
// meaning.
func toNavigation(n javascript.Node) repair {
	switch n.Name() {
	case "alertDialog":
		return newDialog(n, "openAlertDialog", "text")
	case "openEntityForm":
		return newDialog(n, "openForm", "entityName", "entityId")
	}
	return repair{}
}
