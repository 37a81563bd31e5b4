package form

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRemovedControl = &rule.Rule{
	ID:        "form-avoid-removed-control",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming#activity-editor-was-removed-in-model-driven-apps",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidRemovedControl,
}

func runAvoidRemovedControl(p *rule.Pass) error {
	reportControls(p, func(name string) *retired.Thing {
		if t := retired.Control(name); t != nil && t.IsRemoved() {
			return t
		}
		return nil
	})
	return nil
}
