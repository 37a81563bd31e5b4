package xaml

import "strings"

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
func (d *Definition) Waits() []*Wait {
	var list []*Wait
	of := make(map[*Activity]*Wait) // the wait that an activity is, or is a direct part of
	for _, a := range d.Activities {
		if w := of[a.Parent]; w != nil {
			w.add(a)
			if a.Parent == w.Activity {
				of[a] = w
			}
		}
		if a.isWait() {
			of[a] = &Wait{Activity: a}
			list = append(list, of[a])
		}
	}
	return list
}

// add looks at a part of a wait, or at a part of that.
func (w *Wait) add(a *Activity) {
	isDirect := a.Parent == w.Activity
	w.HasTimeLimit = w.HasTimeLimit || a.Kind == "Postpone" || isDirect && a.readsClock()
	if isDirect && a.Is("ConditionBranch") {
		w.Branches = append(w.Branches, a)
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
	return a.Kind == "Assign" && (strings.Contains(a.Value.Value, "DateTime.UtcNow") || strings.Contains(a.Value.Value, "DateTime.Now"))
}
