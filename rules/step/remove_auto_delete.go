package step

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeAutoDelete = &rule.Rule{
	ID:        "step-remove-auto-delete",
	Severity:  rule.Informational,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  0, // it does no harm by itself,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runRemoveAutoDelete,
}

func runRemoveAutoDelete(p *rule.Pass) error {
	for _, step := range steps(p) {
		if step.Mode.Is(customizations.Synchronous) && step.AsyncAutoDelete.Value {
			p.Reportf(step.AsyncAutoDelete, step.Ref(), "Step %q is synchronous, so there are no system jobs of it to delete; take the option off, or make the step asynchronous if that was meant", step.Name.Value)
		}
	}
	return nil
}
