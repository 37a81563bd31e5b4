package packages

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/firstparty"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeNeededSolution = &rule.Rule{
	ID:        "package-include-needed-solution",
	Severity:  rule.Low,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.AppSource,
	Guidance:  appSolutionPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer, solution.Analyzer},
	Run:       runIncludeNeededSolution,
}

func runIncludeNeededSolution(p *rule.Pass) error {
	var manifests []*solution.Manifest
	supplied := make(map[string]bool)
	for _, s := range deployment.Of(p.Pass).Solutions {
		m := manifestOf(p, p.Pkg, s.File.Member)
		if m == nil {
			return nil // what was not read may supply anything
		}
		manifests = append(manifests, m)
		supplied[strings.ToLower(m.UniqueName.Value)] = true
	}
	for _, m := range manifests {
		told := make(map[string]bool)
		for _, d := range m.MissingDependencies {
			name := strings.ToLower(d.SolutionName)
			if d.Active || name == "" || supplied[name] || told[name] || firstparty.IsSolution(name) {
				continue
			}
			told[name] = true
			p.Reportf(d, refOf(m), "Solution %q needs %s %q of solution %q, which neither the package brings nor Microsoft, so it must have been installed before; add it to the package, or tell customers",
				m.UniqueName.Value, d.Required.Type, d.Required.Name, d.SolutionName)
		}
	}
	return nil
}
