package packages

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useSolutionOrder = &rule.Rule{
	ID:        "package-use-solution-order",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  importConfigPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer, solution.Analyzer},
	Run:       runUseSolutionOrder,
}

func runUseSolutionOrder(p *rule.Pass) error {
	m := deployment.Of(p.Pass)
	manifests := make([]*solution.Manifest, len(m.Solutions))
	position := make(map[string]int)
	for i, s := range m.Solutions {
		manifests[i] = manifestOf(p, p.Pkg, s.File.Member)
		if manifests[i] != nil {
			name := strings.ToLower(manifests[i].UniqueName.Value)
			if _, again := position[name]; !again {
				position[name] = i
			}
		}
	}
	for i, s := range m.Solutions {
		told := make(map[int]bool)
		for _, d := range missingOf(manifests[i]) {
			later, ok := position[strings.ToLower(d.SolutionName)]
			if ok && later > i && !d.Active && !told[later] {
				told[later] = true
				p.Reportf(s.File, refOf(manifests[i]), "Solution %q needs %s %q of solution %q, which is imported after it, so the import fails; list %s first",
					manifests[i].UniqueName.Value, d.Required.Type, d.Required.Name, manifests[later].UniqueName.Value, rule.Quote(m.Solutions[later].File.Value))
			}
		}
	}
	return nil
}

func missingOf(m *solution.Manifest) []solution.Missing {
	if m == nil {
		return nil
	}
	return m.MissingDependencies
}
