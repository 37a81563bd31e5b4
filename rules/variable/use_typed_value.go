package variable

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var useTypedValue = &rule.Rule{
	ID:        "variable-use-typed-value",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/environmentvariables",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseTypedValue,
}

func runUseTypedValue(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	all := variablesOf(m)
	for _, v := range m.EnvironmentVariables {
		if why := misfit(v, v.DefaultValue.Value); why != "" {
			p.Reportf(v.DefaultValue, v.Ref(), "Environment variable %q has a default value that is %s; write such a value, or remove it", v.Name.Value, why)
		}
	}
	for _, value := range m.VariableValues {
		v := all.of(value)
		if v == nil {
			continue
		}
		if why := misfit(v, value.Value); why != "" {
			p.Reportf(value, v.Ref(), "Environment variable %q has a value that is %s; write such a value, or remove it", v.Name.Value, why)
		}
	}
	return nil
}

// misfit says why a variable cannot have a value; it is empty where it can. That a
// secret stands where the address of one should is said by variable-remove-secret.
func misfit(v *customizations.EnvironmentVariable, value string) string {
	if value == "" || !v.Kind.IsSet() || v.Kind.Bad != "" || secretIn(v, value) != "" {
		return ""
	}
	return v.Kind.Value.Misfit(value)
}
