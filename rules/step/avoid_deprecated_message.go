package step

import (
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidDeprecatedMessage = &rule.Rule{
	ID:        "step-avoid-deprecated-message",
	Severity:  rule.Low,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/special-update-operation-behavior",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidDeprecatedMessage,
}

// specialized are the messages that Update took the place of, with the columns
// whose change tells it, as Microsoft Learn lists them under "Specialized update
// operations", read 2026-04.
func specialized() map[string]string {
	return map[string]string{
		"Assign":                "ownerid",
		"SetState":              "statecode and statuscode",
		"SetStateDynamicEntity": "statecode and statuscode",
	}
}

func runAvoidDeprecatedMessage(p *rule.Pass) error {
	for _, step := range steps(p) {
		if columns, ok := specialized()[step.Message.Name]; ok && step.Message.Certain {
			p.Reportf(model.At(step.MessageID, step), step.Ref(), "Step %q is registered for %q, which Update took the place of; register it for Update, with %s as its filtering attributes", step.Name.Value, step.Message.Name, columns)
		}
	}
	return nil
}
