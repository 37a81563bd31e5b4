package process

import (
	"fmt"
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

// tellSelf reports the changes by which a workflow starts itself.
func tellSelf(p *rule.Pass, w *workflow) {
	for _, c := range w.changes {
		if !w.awaited[c.column] || c.isConditional && w.read[c.column] {
			continue
		}
		if c.child != nil {
			p.Reportf(c, w.Process.Ref(), "Workflow %q starts %q, which changes column %q of the same row, and a change of that column starts %q again; take the column off its trigger, or change it in a workflow of another table",
				w.Process.Ref().Name, c.child.Process.Ref().Name, c.column, w.Process.Ref().Name)
			continue
		}
		p.Reportf(c, w.Process.Ref(), "Workflow %q changes column %q of the row that started it, and a change of that column starts it again; take the column off its trigger, or change it in a child workflow of another table", w.Process.Ref().Name, c.column)
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
	d := rule.Diagnostic{Of: a.Process.Ref()}
	d.Pos, d.End = there.Pos(), there.End()
	d.Message = fmt.Sprintf("Workflow %q changes column %q, which starts %q, which changes column %q, which starts %q again; take one of the two columns off its trigger",
		a.Process.Ref().Name, there.column, b.Process.Ref().Name, back.column, a.Process.Ref().Name)
	d.Related = []analysis.RelatedInformation{{Pos: back.Pos(), End: back.End(), Message: "The change that leads back"}}
	p.Emit(d)
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
