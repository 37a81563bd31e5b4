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
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/tutorial-write-plug-in#register-a-new-step",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseAutoDelete,
}

func runUseAutoDelete(p *rule.Pass) error {
	for _, step := range steps(p) {
		if step.Mode.Is(customizations.Asynchronous) && step.AsyncAutoDelete.IsSet() && step.AsyncAutoDelete.Bad == "" && !step.AsyncAutoDelete.Value {
			p.Reportf(step.AsyncAutoDelete, step.Ref(), "Step %q leaves a system job behind each time that it succeeds, and they fill the storage; choose \"Delete AsyncOperation if StatusCode = Successful\" for it", step.Name.Value)
		}
	}
	return nil
}
