package process

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/xaml"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeTimeLimit = &rule.Rule{
	ID:        "process-include-time-limit",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  0, // some things are rightly awaited without end, and no real package had a wait to measure by
	Guidance:  "https://learn.microsoft.com/power-automate/workflow-processes",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{xaml.Analyzer},
	Run:       runIncludeTimeLimit,
}

func runIncludeTimeLimit(p *rule.Pass) error {
	for _, d := range xaml.Of(p.Pass).Definitions {
		for _, w := range d.Waits() {
			if w.HasTimeLimit || d.Process.Unmodified || !d.Process.Category.Is(customizations.ClassicWorkflow) {
				continue
			}
			p.Reportf(model.At(w.Name, w), d.Process.Ref(), "Workflow %q waits at step %q for a change alone, so where it never comes the job waits for ever; add a parallel wait branch with a timeout", d.Process.Ref().Name, w.Name.Value)
		}
	}
	return nil
}
