package process

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/xaml"
)

// workflows are the classic workflows of a solution, as far as they change the row
// that started them.
type workflows struct {
	woken []*workflow                 // those that the change of a row starts anew
	byID  map[string]*xaml.Definition // all processes
	steps int                         // how many more steps may be looked at
}

// maxCompared is the number of steps of workflows that are looked at to find those
// which start each other; real solutions have some thousands.
const maxCompared = 10_000_000

// A workflow is a process that the change of some columns starts.
type workflow struct {
	*xaml.Definition
	awaited map[string]bool // the columns, in lower case
	read    map[string]bool // the columns that it looks at, in lower case
	changes []change
}

// A change is a column that a process changes of the row that started it.
type change struct {
	model.Range
	column        string           // in lower case
	isConditional bool             // it is made behind a condition
	child         *xaml.Definition // the process that makes it, nil for the workflow itself
}

func workflowsOf(m *xaml.Model) *workflows {
	all := &workflows{byID: make(map[string]*xaml.Definition), steps: maxCompared}
	for _, d := range m.Definitions {
		all.byID[d.Process.ID.Value] = d
	}
	for _, d := range m.Definitions {
		if isWoken(d.Process) {
			all.woken = append(all.woken, &workflow{d, columnsAwaited(d.Process), columnsRead(d), all.changesOf(d)})
		}
	}
	return all
}

// isWoken reports whether a process is a workflow that the change of a row
// starts anew. One that runs before the row is saved changes the row on its way.
func isWoken(process *customizations.Process) bool {
	before := process.Mode.Is(customizations.RealTime) && process.UpdateStage.Is(customizations.PreOperation)
	return process.Category.Is(customizations.ClassicWorkflow) && len(process.OnUpdateColumns) > 0 && !before && !process.Unmodified
}

// The rows that the designer of workflows calls the one that started it.
const (
	changedRow   = `[CreatedEntities("primaryEntity#Temp")]`
	startedRow   = `[InputEntities("primaryEntity")]`
	startedRowID = `[InputEntities("primaryEntity").Id]`
)

// changesOf returns what a workflow changes of the row that started it, itself or
// in a child workflow that it starts for the same row.
func (all *workflows) changesOf(d *xaml.Definition) (list []change) {
	told := make(map[*xaml.Definition]bool)
	for _, a := range d.Activities {
		list = append(list, changesBy(a)...)
		child := all.byID[a.Child.Value]
		if a.Kind != "StartChildWorkflow" || a.RowID.Value != startedRowID || child == nil || child == d || told[child] {
			continue
		}
		told[child] = true
		for _, inner := range child.Activities {
			if all.steps--; all.steps < 0 {
				return list
			}
			for _, c := range changesBy(inner) {
				list = append(list, change{model.At(a.Child, a), c.column, c.isConditional || isConditional(a), child})
			}
		}
	}
	return list
}

// waking returns the first change of a workflow that starts another one for
// certain, nil for none.
func (all *workflows) waking(from, to *workflow) *change {
	for i, c := range from.changes {
		if all.steps--; all.steps < 0 {
			return nil
		}
		if to.awaited[c.column] && !c.isConditional && !from.awaited[c.column] {
			return &from.changes[i]
		}
	}
	return nil
}

// changesBy returns what one activity changes of the row that started its process.
func changesBy(a *xaml.Activity) (list []change) {
	var columns []string
	switch {
	case a.Kind == "SetEntityProperty" && a.Entity.Value == changedRow:
		columns = []string{strings.ToLower(a.Column.Value)}
	case a.Kind == "SetState" && a.Entity.Value == startedRow:
		columns = []string{"statecode", "statuscode"}
	case a.Kind == "AssignEntity" && a.Entity.Value == startedRow:
		columns = []string{"ownerid"}
	}
	for _, column := range columns {
		list = append(list, change{model.At(a.Column, a), column, isConditional(a), nil})
	}
	return list
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
		if a.Is("ConditionBranch") {
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
