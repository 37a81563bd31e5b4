package variable

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeDefault = &rule.Rule{
	ID:        "variable-include-default",
	Severity:  rule.Informational,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  0, // values that pipelines bring are the usual way
	Guidance:  variablesPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runIncludeDefault,
}

func runIncludeDefault(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	all := variablesOf(m)
	valued := make(map[*customizations.EnvironmentVariable]bool)
	for _, value := range m.VariableValues {
		valued[all.of(value)] = true
	}
	for _, v := range m.EnvironmentVariables {
		if v.DefaultValue.Value == "" && !v.Kind.Is(customizations.SecretVariable) && !v.Unmodified && !valued[v] {
			p.Reportf(v, v.Ref(), "Environment variable %q has neither a default value nor a value; see that each deployment gives it one", v.Name.Value)
		}
	}
	return nil
}
