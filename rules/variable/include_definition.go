package variable

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeDefinition = &rule.Rule{
	ID:        "variable-include-definition",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/environmentvariables",
	Kinds:     kinds(),
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeDefinition,
}

func runIncludeDefinition(p *rule.Pass) error {
	m, manifest := customizations.Of(p.Pass), solution.Of(p.Pass)
	if len(m.Problems) > 0 || !manifest.IsSet() || len(manifest.Problems) > 0 {
		return nil // what was not read may be the variable
	}
	all, known := variablesOf(m), needed(manifest)
	for _, f := range m.Processes {
		told := make(map[string]bool)
		for _, v := range f.Variables {
			name := strings.ToLower(v.Value)
			if all[name] != nil || known[name] || told[name] || f.Unmodified {
				continue
			}
			told[name] = true
			p.Reportf(v, f.Ref(), "Flow %q reads the environment variable %q, which is neither in the solution nor among its missing dependencies, so it fails where that is not there; add the variable", f.Ref().Name, v.Value)
		}
	}
	return nil
}
