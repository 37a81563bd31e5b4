package process

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidTaskFlow = &rule.Rule{
	ID:        "process-avoid-task-flow",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  changesPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidTaskFlow,
}

// taskFlow is the value of BusinessProcessType for a task flow.
const taskFlow = 1

func runAvoidTaskFlow(p *rule.Pass) error {
	for _, process := range customizations.Of(p.Pass).Processes {
		if process.Category.Is(customizations.BusinessProcessFlow) && process.BusinessProcessType.Is(taskFlow) && !process.Unmodified {
			p.Reportf(process.BusinessProcessType, process.Ref(), "Task flow %q cannot run: task flows were removed on 1 October 2021; rebuild it as a business process flow or an app, and remove it", process.Ref().Name)
		}
	}
	return nil
}
