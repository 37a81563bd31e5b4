package xaml

import (
	"iter"
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// A Model holds the definitions of the processes that have one, in the order of
// the processes, and the formulas of columns.
type Model struct {
	Definitions []*Definition
	Formulas    []*Formula
	Problems    []unit.Problem

	byProcess map[*customizations.Process]*Definition
}

// Unread returns what could not be read.
func (m *Model) Unread() []unit.Problem { return m.Problems }

// Definition returns what a process does, nil where its file is not there, could
// not be read, or was read for an earlier process.
func (m *Model) Definition(p *customizations.Process) *Definition { return m.byProcess[p] }

// A Definition is what one process does.
type Definition struct {
	Process    *customizations.Process
	Member     string      // the file that it was read from
	Activities []*Activity // all of them, in the order of the file: outer ones before inner ones
}

// A Formula is how a calculated or a rollup column comes by its value.
type Formula struct {
	Table      *customizations.Table
	Column     *customizations.Column
	Member     string
	Activities []*Activity // as of a [Definition]
}

// An Activity is one step of a process, or a part of one: an element that does
// something. Elements that only hold values or other elements are none.
type Activity struct {
	model.Range                         // the start tag
	Kind        string                  // the element's name: "UpdateEntity", "SetVisibility", "ActivityReference"
	Name        model.Text              // DisplayName: what the designer calls the step
	Type        customizations.TypeName // of a reference: the class that does the work
	Table       model.Text              // EntityName; of a control of a business process flow: the table of its stage
	Column      model.Text              // Attribute; of a control of a business process flow: DataFieldName
	Control     model.Text              // ControlId: what a business rule shows, hides, locks or asks for
	Entity      model.Text              // the row, an expression: [CreatedEntities("primaryEntity#Temp")]
	RowID       model.Text              // EntityId, an expression: [InputEntities("primaryEntity").Id]
	Child       model.Text              // WorkflowId: the process that a step starts, GUID in lower case without braces
	Message     model.Text              // SdkMessageName: what a step calls
	Until       model.Text              // PostponeUntil: when a wait is looked at again, an expression
	Value       model.Text              // of an assignment, an expression
	Arguments   []Argument              // of a reference
	Parent      *Activity               // the activity around it, nil for none
}

// Is reports whether an activity is a reference to an activity of the platform,
// by the last part of its name: "ConditionSequence".
func (a *Activity) Is(name string) bool {
	return strings.HasPrefix(a.Type.Type, platformActivities) && a.Type.Type[strings.LastIndexByte(a.Type.Type, '.')+1:] == name
}

// platformActivities are the namespaces of the platform's own activities.
const platformActivities = "Microsoft.Crm.Workflow."

// An Argument is a named value that an activity is given or gives.
type Argument struct {
	model.Text        // as written: an expression stands in brackets
	Key        string // x:Key
	Out        bool   // the activity gives it
}

// Argument returns the argument of that name, the zero Argument for none.
func (a *Activity) Argument(key string) Argument {
	for _, arg := range a.Arguments {
		if arg.Key == key {
			return arg
		}
	}
	return Argument{}
}

// A Literal is a constant that a process makes a value from.
type Literal struct {
	model.Text          // the value: the last constant of the expression that is not the name of a type
	Kind       string   // "Guid", "String", "OptionSetValue" and so on
	Words      []string // all constants of the expression
	Variables  []string // what it is made from beside them
	Result     string   // the variable that gets the value
}

// Literals returns the constants that the process holds: the calls of the
// platform's activity for expressions that make a value of a named kind.
func (d *Definition) Literals() iter.Seq[Literal] {
	return func(yield func(Literal) bool) {
		for _, a := range d.Activities {
			if l, ok := a.literal(); ok && !yield(l) {
				return
			}
		}
	}
}
