package meta

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidCRM4Event = &rule.Rule{
	ID:        "meta-avoid-crm4-event",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday, // documented, and absent from Microsoft's live list of February 2025
	Guidance:  "https://learn.microsoft.com/power-apps/developer/model-driven-apps/best-practices/",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidCRM4Event,
}

func runAvoidCRM4Event(p *rule.Pass) error {
	for _, step := range customizations.Of(p.Pass).Steps {
		if step.Stage.Value == customizations.PostOperationDeprecated {
			p.Reportf(step.Stage, step.Ref(), "Step %q is registered in stage 50, which only plug-ins of Dynamics CRM 4.0 had; register it in stage 40", step.Name.Value)
		}
	}
	return nil
}
