package process

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/xaml"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLegacyProcess = &rule.Rule{
	ID:        "process-avoid-legacy-process",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  retired.LegacyProcessPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, xaml.Analyzer},
	Run:       runAvoidLegacyProcess,
}

func runAvoidLegacyProcess(p *rule.Pass) error {
	for _, process := range customizations.Of(p.Pass).Processes {
		if process.Unmodified || process.Category.Is(customizations.BusinessProcessFlow) {
			continue // a flow moves its rows by these columns itself
		}
		for _, c := range process.OnUpdateColumns {
			if retired.IsLegacyProcess(c.Value) {
				p.Reportf(c, process.Ref(), "Process %q waits for changes of the column %q, %s", process.Ref().Name, c.Value, retired.LegacyProcess)
			}
		}
		if d := xaml.Of(p.Pass).Definition(process); d != nil {
			reportStageColumn(p, d)
		}
	}
	return nil
}

// reportStageColumn reports the first step of a process that reads or sets the
// column.
func reportStageColumn(p *rule.Pass, d *xaml.Definition) {
	for _, a := range d.Activities {
		if retired.IsLegacyProcess(a.Column.Value) {
			p.Reportf(a.Column, d.Process.Ref(), "Process %q uses the column %q of %q, %s", d.Process.Ref().Name, a.Column.Value, a.Table.Value, retired.LegacyProcess)
			return
		}
	}
}
