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
	for _, d := range xaml.Of(p.Pass).Definitions {
		if !isWoken(d.Process) {
			continue
		}
		read, awaited := columnsRead(d), columnsAwaited(d.Process)
		reported := make(map[string]bool)
		for _, a := range d.Activities {
			for _, column := range changes(a) {
				key := strings.ToLower(column)
				if !awaited[key] || reported[key] || isConditional(a) && read[key] {
					continue
				}
				reported[key] = true
				p.ReportWith(model.At(a.Column, a), d.Process.Ref(), d.Process.OnUpdate, "The columns that start it", "Workflow %q changes column %q of the row that started it, and a change of that column starts it again; take the column off its trigger, or change it only under a condition that is false afterwards",
					d.Process.Ref().Name, column)
			}
		}
	}
	return nil
}

// isWoken reports whether a process is a workflow that the change of a row
// starts anew. One that runs before the row is saved changes the row on its way.
func isWoken(process *customizations.Process) bool {
	before := process.Mode.Is(customizations.RealTime) && process.UpdateStage.Is(customizations.PreOperation)
	return process.Category.Is(customizations.ClassicWorkflow) && len(process.OnUpdateColumns) > 0 && !before && !process.Unmodified
}

// The rows that the designer of workflows calls the one that started it.
const (
	changedRow = `[CreatedEntities("primaryEntity#Temp")]`
	startedRow = `[InputEntities("primaryEntity")]`
)

// changes returns the columns of the row that started it which an activity
// changes.
func changes(a *xaml.Activity) []string {
	switch {
	case a.Kind == "SetEntityProperty" && a.Entity.Value == changedRow:
		return []string{a.Column.Value}
	case a.Kind == "SetState" && a.Entity.Value == startedRow:
		return []string{"statecode", "statuscode"}
	case a.Kind == "AssignEntity" && a.Entity.Value == startedRow:
		return []string{"ownerid"}
	}
	return nil
}

// columnsRead returns the columns of the row that started it which a process looks
// at, in lower case. A change of one behind a condition is likely to be made once
// and no more.
func columnsRead(d *xaml.Definition) map[string]bool {
	read := make(map[string]bool)
	for _, a := range d.Activities {
		if a.Kind == "GetEntityProperty" && a.Entity.Value == startedRow {
			read[strings.ToLower(a.Column.Value)] = true
		}
	}
	return read
}

// isConditional reports whether an activity stands behind a condition.
func isConditional(a *xaml.Activity) bool {
	for a = a.Parent; a != nil; a = a.Parent {
		if strings.HasSuffix(a.Type.Type, ".ConditionBranch") {
			return true
		}
	}
	return false
}

// columnsAwaited returns the columns, in lower case, whose change starts a process.
func columnsAwaited(process *customizations.Process) map[string]bool {
	awaited := make(map[string]bool, len(process.OnUpdateColumns))
	for _, c := range process.OnUpdateColumns {
		awaited[strings.ToLower(c.Value)] = true
	}
	return awaited
}
