package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLoadtheme = &rule.Rule{
	ID:        "web-avoid-loadtheme",
	Severity:  rule.Low,
	Category:  rule.Supportability,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/avoid-loadtheme",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidLoadtheme,
}

func runAvoidLoadtheme(p *rule.Pass) error {
	reportAPIs(p, []api{
		{"loadTheme()", "changes the theme of the whole app and not of your control alone; wrap your control in a ThemeProvider"},
	})
	return nil
}
