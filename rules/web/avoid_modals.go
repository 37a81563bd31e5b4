package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidModals = &rule.Rule{
	ID:        "web-avoid-modals",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/avoid-modals",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidModals,
}

func runAvoidModals(p *rule.Pass) error {
	reportAPIs(p, []api{
		{"showModalDialog()", "was removed from browsers; open a dialog with Xrm.Navigation"},
	})
	return nil
}
