package form

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLegacyProcess = &rule.Rule{
	ID:        "form-avoid-legacy-process",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  retired.LegacyProcessPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidLegacyProcess,
}

func runAvoidLegacyProcess(p *rule.Pass) error {
	for form := range customizations.Of(p.Pass).Forms() {
		for _, c := range form.Controls {
			if retired.IsLegacyProcess(c.Column.Value) && !form.Unmodified {
				p.Reportf(c.Column, form.Ref(), "Control %q on %s shows the column %q, %s", c.ID.Value, form.Title(), c.Column.Value, retired.LegacyProcess)
			}
		}
	}
	return nil
}
