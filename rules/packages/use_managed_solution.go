package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useManagedSolution = &rule.Rule{
	ID:        "package-use-managed-solution",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSolutionPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer, solution.Analyzer},
	Run:       runUseManagedSolution,
}

func runUseManagedSolution(p *rule.Pass) error {
	for _, s := range deployment.Of(p.Pass).Solutions {
		if m := manifestOf(p, p.Pkg, s.File.Member); m != nil && m.Managed.Is(solution.Unmanaged) {
			p.Reportf(m.Managed, refOf(m), "Solution %q is unmanaged, so it cannot be uninstalled or updated as a whole; export it as managed", m.UniqueName.Value)
		}
	}
	return nil
}
