package step

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var useAutoDelete = &rule.Rule{
	ID:        "step-use-auto-delete",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseAutoDelete,
}

func runUseAutoDelete(p *rule.Pass) error {
	for _, step := range steps(p) {
		if step.Mode.Is(customizations.Asynchronous) && step.AsyncAutoDelete.IsSet() && step.AsyncAutoDelete.Bad == "" && !step.AsyncAutoDelete.Value {
			p.Reportf(step.AsyncAutoDelete, step.Ref(), "Step %q keeps a system job for each time that it ran well; let it delete them", step.Name.Value)
		}
	}
	return nil
}
