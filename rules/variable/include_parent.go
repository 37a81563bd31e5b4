package variable

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeParent = &rule.Rule{
	ID:        "variable-include-parent",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/environmentvariables",
	Kinds:     kinds(),
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeParent,
}

// tableParameter is the parameter of a connector that chooses a list or table in
// the place that another one, dataset, chooses.
const tableParameter = "table"

func runIncludeParent(p *rule.Pass) error {
	m, manifest := customizations.Of(p.Pass), solution.Of(p.Pass)
	all, known := variablesOf(m), needed(manifest)
	isWhole := len(m.Problems) == 0 && manifest.IsSet() && len(manifest.Problems) == 0
	for _, v := range m.EnvironmentVariables {
		parent := strings.ToLower(v.Parent.Value)
		switch {
		case v.Unmodified:
		case parent != "" && isWhole && all[parent] == nil && !known[parent]:
			p.Reportf(v.Parent, v.Ref(), "Environment variable %q depends on the variable %q, which is neither in the solution nor among its missing dependencies, so the import fails; add it", v.Name.Value, v.Parent.Value)
		case parent == "" && v.Kind.Is(customizations.DataSourceVariable) && strings.EqualFold(v.ParameterKey.Value, tableParameter):
			p.Reportf(model.At(v.ParameterKey, v), v.Ref(), "Environment variable %q chooses a list or table and does not say of which data source, so nobody can give it a value; make it anew, with the variable of the data source as its parent", v.Name.Value)
		}
	}
	return nil
}
