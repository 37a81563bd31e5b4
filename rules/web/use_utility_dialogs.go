package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useUtilityDialogs = &rule.Rule{
	ID:        "web-use-utility-dialogs",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  0,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/use-utility-dialogs",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseUtilityDialogs,
}

func runUseUtilityDialogs(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		if !usesSDK(s) {
			continue
		}
		for n := range s.Uses("alert()") {
			p.Reportf(n, s.Ref(), "A dialog of the browser holds up the whole app, and mobile clients do not show it; call Xrm.Navigation.openAlertDialog")
		}
		for n := range s.Uses("confirm()") {
			p.Reportf(n, s.Ref(), "A dialog of the browser holds up the whole app, and mobile clients do not show it; call Xrm.Navigation.openConfirmDialog")
		}
	}
	return nil
}
