package process

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useAutomaticDeletion = &rule.Rule{
	ID:        "process-use-automatic-deletion",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  0,
	Guidance:  "https://learn.microsoft.com/power-automate/best-practices-workflow-processes",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runUseAutomaticDeletion,
}

func runUseAutomaticDeletion(p *rule.Pass) error {
	for _, process := range customizations.Of(p.Pass).Processes {
		if flag := process.AsyncAutoDelete; isBackground(process) && flag.IsSet() && !flag.Value && flag.Bad == "" {
			p.Reportf(flag, process.Ref(), "Workflow %q keeps the record of each run that succeeded, and they fill the table of system jobs; tick \"Automatically delete completed workflow jobs\"", process.Ref().Name)
		}
	}
	return nil
}
