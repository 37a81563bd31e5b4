package meta

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRegRetrieve = &rule.Rule{
	ID:        "meta-avoid-reg-retrieve",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/powerapps/developer/data-platform/best-practices/business-logic/limit-registration-plugins-retrieve-retrievemultiple",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidRegRetrieve,
}

func runAvoidRegRetrieve(p *rule.Pass) error {
	for _, step := range customizations.Of(p.Pass).Steps {
		if step.Mode.Value == customizations.Synchronous && (isOn(step, "Retrieve") || isOn(step, "RetrieveMultiple")) {
			p.Reportf(placed(step.MessageID.Range, step.Range), step.Ref(),
				"Step %q runs inside every %s of %s and delays it; move the logic to where the data is written", step.Name.Value, step.Message.Name, tableOf(step))
		}
	}
	return nil
}
