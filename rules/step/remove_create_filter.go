package step

import (
	"github.com/solcheck/solcheck/rules/rule"
)

var removeCreateFilter = &rule.Rule{
	ID:        "step-remove-create-filter",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/register-plug-in#general-configuration-information-fields",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runRemoveCreateFilter,
}

func runRemoveCreateFilter(p *rule.Pass) error {
	for _, step := range steps(p) {
		if len(step.FilteringColumns) > 0 && isOn(step, "Create", "Delete") {
			p.Reportf(step.FilteringAttributes, step.Ref(), "Step %q names filtering attributes, which mean nothing on %s, so it runs each time; remove them, and ask in code for the columns", step.Name.Value, step.Message.Name)
		}
	}
	return nil
}
