package process

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidDialog = &rule.Rule{
	ID:        "process-avoid-dialog",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  changesPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidDialog,
}

func runAvoidDialog(p *rule.Pass) error {
	for _, process := range customizations.Of(p.Pass).Processes {
		if process.Category.Is(customizations.Dialog) && !process.Unmodified {
			p.Reportf(process.Category, process.Ref(), "Dialog %q cannot run: dialogs were removed on 1 December 2020; rebuild it as a business process flow or an app, and remove it", process.Ref().Name)
		}
	}
	return nil
}
