package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeAlert = &rule.Rule{
	ID:        "web-remove-alert",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://eslint.org/docs/rules/no-alert",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runRemoveAlert,
}

func runRemoveAlert(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for _, name := range []string{"alert", "confirm", "prompt"} {
			for n := range s.Uses(name + "()") {
				p.Reportf(n, s.Ref(), "%q stops the app until the user answers; remove it, or open a dialog with Xrm.Navigation", name)
			}
		}
	}
	return nil
}
