package process

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useCloudFlow = &rule.Rule{
	ID:        "process-use-cloud-flow",
	Severity:  rule.Informational,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  0,
	Guidance:  "https://learn.microsoft.com/power-automate/replace-workflows-with-flows",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runUseCloudFlow,
}

func runUseCloudFlow(p *rule.Pass) error {
	for _, process := range customizations.Of(p.Pass).Processes {
		if isBackground(process) {
			p.Reportf(process, process.Ref(), "Workflow %q runs in the background, where Microsoft asks for cloud flows; build new logic as a flow, and move this one when it is changed next", process.Ref().Name)
		}
	}
	return nil
}

// isBackground reports whether a process is a classic workflow that runs in the
// background.
func isBackground(process *customizations.Process) bool {
	return process.Category.Is(customizations.ClassicWorkflow) && process.Mode.Is(customizations.Background) && !process.Unmodified
}
