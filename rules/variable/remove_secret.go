package variable

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/secret"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeSecret = &rule.Rule{
	ID:        "variable-remove-secret",
	Severity:  rule.High,
	Category:  rule.Security,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/environmentvariables-azure-key-vault-secrets",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runRemoveSecret,
	Hides:     true,
}

func runRemoveSecret(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	all := variablesOf(m)
	for _, v := range m.EnvironmentVariables {
		if kind := secretIn(v, v.DefaultValue.Value); kind != "" {
			p.Reportf(v.DefaultValue, v.Ref(), "Environment variable %q has %s as its default value, which everybody can read who has the solution; make it a variable of type secret with a key vault, and change the secret", v.Name.Value, kind)
		}
	}
	for _, value := range m.VariableValues {
		v := all.of(value)
		if kind := secretIn(v, value.Value); kind != "" {
			p.Reportf(value, valueRef(v, value), "The solution carries %s as the value of the environment variable %q, and everybody can read it who has the solution; remove the value, make the variable one of type secret with a key vault, and change the secret", kind, value.Variable.Value)
		}
	}
	return nil
}

// secretIn says what kind of secret a value is, in words; empty for a value that
// is none. A variable of type secret holds the address of one in a key vault.
func secretIn(v *customizations.EnvironmentVariable, value string) string {
	if value == "" {
		return ""
	}
	name := ""
	if v != nil {
		name = v.Name.Value
		if v.Kind.Is(customizations.SecretVariable) && !strings.HasPrefix(value, "/subscriptions/") {
			return "a secret"
		}
	}
	for _, found := range secret.InValue(name, value) {
		return found.Kind
	}
	return ""
}

func valueRef(v *customizations.EnvironmentVariable, value *customizations.VariableValue) component.Ref {
	if v != nil {
		return v.Ref()
	}
	return component.Ref{Type: component.EnvironmentVariable, Name: value.Variable.Value}
}
