package variable

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeValue = &rule.Rule{
	ID:        "variable-remove-value",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  variablesPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runRemoveValue,
}

func runRemoveValue(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	all := variablesOf(m)
	for _, value := range m.VariableValues {
		v := all.of(value)
		if secretIn(v, value.Value) != "" {
			continue // variable-remove-secret says it
		}
		p.Reportf(value, valueRef(v, value), "The solution carries the value that the environment variable %q had where it was exported, and the import puts it into every environment; remove the current value from the solution before the export", value.Variable.Value)
	}
	return nil
}
