package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLegacyProcess = &rule.Rule{
	ID:        "web-avoid-legacy-process",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  retired.LegacyProcessPage,
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidLegacyProcess,
}

func runAvoidLegacyProcess(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for _, name := range []string{"getAttribute", "getControl"} {
			for n := range s.Named(name) {
				column, _ := callOf(n).Argument(0).StringValue()
				if retired.IsLegacyProcess(column) && usesSDK(s) {
					p.Reportf(n, s.Ref(), "%q asks the form for the column %q, %s", name, column, retired.LegacyProcess)
				}
			}
		}
	}
	return nil
}
