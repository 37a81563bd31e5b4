package xaml

import (
	"iter"
	"strings"
)

// A Wait is a step at which a process of the background stops until one of its
// conditions is true.
type Wait struct {
	*Activity                // the reference to ConditionSequence whose argument Wait is true
	Branches     []*Activity // the references to ConditionBranch, each with a condition of its own
	HasTimeLimit bool        // one of the conditions comes true by the mere passing of time
}

// Waits returns the steps at which a process waits, outer ones before inner ones.
//
// What the designer writes was taken from workflows in public repositories: a
// branch with a time limit looks at the clock and, while its time has not come,
// says with Postpone when to look again.
func (d *Definition) Waits() iter.Seq[*Wait] {
	return func(yield func(*Wait) bool) {
		waits := make(map[*Activity]*Wait)
		var order []*Wait
		for _, a := range d.Activities {
			if a.isWait() {
				w := &Wait{Activity: a}
				waits[a], order = w, append(order, w)
			}
			if w := waits[a.Parent]; w != nil {
				w.HasTimeLimit = w.HasTimeLimit || a.readsClock()
				if a.Is("ConditionBranch") {
					w.Branches = append(w.Branches, a)
				}
			}
			if branch := a.Parent; a.Kind == "Postpone" && branch != nil && waits[branch.Parent] != nil {
				waits[branch.Parent].HasTimeLimit = true
			}
		}
		for _, w := range order {
			if !yield(w) {
				return
			}
		}
	}
}

func (a *Activity) isWait() bool {
	return a.Is("ConditionSequence") && strings.EqualFold(variable(a.Argument("Wait").Value), "true")
}

// readsClock reports whether an activity asks what time it is.
func (a *Activity) readsClock() bool {
	switch a.Argument("ExpressionOperator").Value {
	case "RetrieveCurrentTime", "RetrieveLastExecutionTime":
		return true
	}
	return a.Kind == "Postpone" || a.Kind == "Assign" && (strings.Contains(a.Value.Value, "DateTime.UtcNow") || strings.Contains(a.Value.Value, "DateTime.Now"))
}
