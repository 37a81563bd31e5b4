package process

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/xaml"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidSelfTrigger = &rule.Rule{
	ID:        "process-avoid-self-trigger",
	Severity:  rule.High,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-automate/best-practices-workflow-processes",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{xaml.Analyzer},
	Run:       runAvoidSelfTrigger,
}

func runAvoidSelfTrigger(p *rule.Pass) error {
	all := workflowsOf(xaml.Of(p.Pass))
	for i, w := range all.woken {
		tellSelf(p, w)
		for _, other := range all.woken[i+1:] {
			if all.steps > 0 {
				all.tellPair(p, w, other)
			}
		}
	}
	for _, d := range xaml.Of(p.Pass).Definitions {
		tellCreation(p, d)
	}
	return nil
}

// tellSelf reports the changes by which a workflow starts itself, each column once.
func tellSelf(p *rule.Pass, w *workflow) {
	const start = "The columns that start it"
	name := w.Process.Ref().Name
	reported := make(map[string]bool)
	for _, c := range w.changes {
		if !w.awaited[c.column] || reported[c.column] || c.isConditional && w.read[c.column] {
			continue
		}
		reported[c.column] = true
		if c.child != nil {
			p.ReportWith(c, w.Process.Ref(), w.Process.OnUpdate, start, "Workflow %q starts %q, which changes column %q of the same row, and a change of that column starts %q again; take the column off its trigger, or change it only under a condition that is false afterwards",
				name, c.child.Process.Ref().Name, c.column, name)
			continue
		}
		p.ReportWith(c, w.Process.Ref(), w.Process.OnUpdate, start, "Workflow %q changes column %q of the row that started it, and a change of that column starts it again; take the column off its trigger, or change it only under a condition that is false afterwards", name, c.column)
	}
}

// tellPair reports the first changes by which two workflows start each other, if
// both are made whatever the row holds.
func (all *workflows) tellPair(p *rule.Pass, a, b *workflow) {
	all.steps--
	if !strings.EqualFold(a.Process.Table.Value, b.Process.Table.Value) {
		return
	}
	there, back := all.waking(a, b), all.waking(b, a)
	if there == nil || back == nil {
		return
	}
	p.ReportWith(there, a.Process.Ref(), back, "The change that leads back", "Workflow %q changes column %q, which starts %q, which changes column %q, which starts %q again; take one of the two columns off its trigger",
		a.Process.Ref().Name, there.column, b.Process.Ref().Name, back.column, a.Process.Ref().Name)
}

// tellCreation reports a workflow that starts for each new row of a table and
// makes another one, whatever the row holds.
func tellCreation(p *rule.Pass, d *xaml.Definition) {
	process := d.Process
	if !process.Category.Is(customizations.ClassicWorkflow) || !process.OnCreate.Value || process.Unmodified {
		return
	}
	for _, a := range d.Activities {
		if a.Kind == "CreateEntity" && strings.EqualFold(a.Table.Value, process.Table.Value) && a.Table.Value != "" && !isConditional(a) {
			p.Reportf(model.At(a.Table, a), process.Ref(), "Workflow %q starts for each new row of table %q and makes another one, which starts it again; make the row behind a condition that is false for it", process.Ref().Name, a.Table.Value)
		}
	}
}
