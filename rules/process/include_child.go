package process

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/xaml"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeChild = &rule.Rule{
	ID:        "process-include-child",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer, xaml.Analyzer},
	Run:       runIncludeChild,
}

func runIncludeChild(p *rule.Pass) error {
	m, manifest := customizations.Of(p.Pass), solution.Of(p.Pass)
	if len(m.Problems) > 0 || !manifest.IsSet() || len(manifest.Problems) > 0 {
		return nil // what was not read may be the child
	}
	known := make(map[string]bool)
	for _, process := range m.Processes {
		known[process.ID.Value] = true
	}
	for _, d := range manifest.MissingDependencies {
		known[d.Required.ID.Value] = true
	}
	for _, d := range xaml.Of(p.Pass).Definitions {
		for _, a := range d.Activities {
			if isRowID(a.Child.Value) && !known[a.Child.Value] && !d.Process.Unmodified {
				p.Reportf(a.Child, d.Process.Ref(), "Process %q starts the process %q, which is neither in the solution nor among its missing dependencies; add it to the solution, or take the step out", d.Process.Ref().Name, a.Child.Value)
			}
		}
	}
	return nil
}
