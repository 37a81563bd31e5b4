package customizations

import (
	"iter"
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
)

// A Form is a form of a table, a dashboard or a dialog. Its Name is the first localized
// name.
type Form struct {
	Component
	Table             string // Name of the table; empty for a dashboard or dialog
	Kind              string // "main", "quick", "dashboard", "dialog": forms/@type, or the folder's name in unpacked sources
	Presentation      model.Int
	Activation        model.Number[Activation]
	IsCustomizable    model.Flag
	CanBeDeleted      model.Flag
	IsDefault         model.Flag // of a dashboard
	HeaderDensity     model.Text // form/@headerdensity: "HighWithControls", "Low"
	LocalizedNames    []model.Localized
	IntroducedVersion model.Text
	UniqueName        model.Text // of a dialog
	OnTablet          model.Flag // IsTabletEnabled: of a dashboard or dialog
	Display           FormDisplay
	Parameters        []FormParameter
	Navigation        []*NavigationItem

	Tabs           []*Tab
	Controls       []*Control
	HiddenControls []*HiddenControl
	CustomControls []*ControlBinding
	Libraries      []*Library
	Events         []*Event
}

// A FormDisplay says who gets a form: the element DisplayConditions.
type FormDisplay struct {
	model.Range            // the start tag, not set where there is none
	Order       model.Int  // among the forms of the table
	IsFallback  model.Flag // FallbackForm: for people with no role that names a form
	Everyone    bool
	Roles       []model.Text // GUIDs in lower case without braces
}

// A FormParameter is a parameter that a form takes from its address: the element
// querystringparameter.
type FormParameter struct {
	model.Range // the start tag
	Name        model.Text
	Kind        model.Text // type: "SafeString", "EntityId" and so on
}

// A NavigationItem is an entry that leads from a form to related rows: the
// elements NavBarByRelationshipItem and NavBarItem.
type NavigationItem struct {
	model.Range             // the start tag
	ID           model.Text // of the item
	Relationship model.Text // RelationshipName, not set where it leads elsewhere
	Area         model.Text
	Show         model.Flag
	URL          model.Text // where it leads
}

// Forms returns the forms of all tables, then the dashboards. Dialogs are not among
// them: what the platform makes of those is another thing.
func (m *Model) Forms() iter.Seq[*Form] {
	return func(yield func(*Form) bool) {
		for _, t := range m.Tables {
			for _, f := range t.Forms {
				if !yield(f) {
					return
				}
			}
		}
		for _, d := range m.Dashboards {
			if !yield(d) {
				return
			}
		}
	}
}

// Title says in words which form is meant: main form "Information" of "account".
func (f *Form) Title() string {
	switch {
	case f.Table == "" && f.Kind == dialogKind:
		return `dialog "` + f.Ref().Name + `"`
	case f.Table == "":
		return `dashboard "` + f.Ref().Name + `"`
	case f.Kind == "":
		return `form "` + f.Ref().Name + `" of "` + f.Table + `"`
	}
	return f.Kind + ` form "` + f.Ref().Name + `" of "` + f.Table + `"`
}

// dialogKind is the kind of a form that is a dialog.
const dialogKind = "dialog"

// IsCalled reports whether a handler is the maker's own and switched on.
func (h *Handler) IsCalled() bool {
	return !h.Internal && (h.Enabled.Value || !h.Enabled.IsSet())
}

// IsFunctionName reports whether s is what a form can call: names with dots
// between them.
func IsFunctionName(s string) bool {
	for name := range strings.SplitSeq(s, ".") {
		if name == "" || strings.ContainsAny(name, "()[]{}<>;,:=+-*/\\\"'` \t") || name[0] >= '0' && name[0] <= '9' {
			return false
		}
	}
	return true
}

// Is reports whether the event has that name; the case of letters varies.
func (e *Event) Is(name string) bool { return strings.EqualFold(e.Name.Value, name) }

// Activation is whether a form is in use.
type Activation int

// The values of FormActivationState.
const (
	Inactive Activation = 0
	Active   Activation = 1
)

// A Tab is a tab of a form. A form without tabs, as cards are, has one that
// users do not see.
type Tab struct {
	model.Range // the start tag of tab
	ID          model.Text
	Name        model.Text // as the form's scripts name it
	Label       model.Text // the first one
	Visible     model.Flag // not set for one that is shown
	Sections    []*Section
}

// A Section is a part of a tab.
type Section struct {
	model.Range // the start tag of section
	ID          model.Text
	Name        model.Text // as the form's scripts name it
	Visible     model.Flag // not set for one that is shown
}

// A HiddenControl is a column that a form loads and does not show: the element
// data.
type HiddenControl struct {
	model.Range // the start tag
	ID          model.Text
	ClassID     model.Text // GUID in lower case without braces
	Column      model.Text // datafieldname
}

// Area is a part of a form.
type Area int

// The areas.
const (
	Body Area = iota
	Header
	Footer
)

// A Control is a control on a form.
type Control struct {
	model.Range            // the start tag of control
	ID          model.Text // as the form's scripts name it
	UniqueID    model.Text // GUID by which a [ControlBinding] names it, in lower case without braces
	ClassID     model.Text // GUID in lower case without braces
	Column      model.Text // datafieldname
	Disabled    model.Flag
	URL         model.Text // parameters/Url: of a frame or web resource
	WebResource model.Text // parameters/WebResourceId: GUID in lower case without braces
	Area        Area
	Grid        *Grid       // of a subgrid or chart, nil for others
	QuickForms  []QuickForm // of a quick view
	Hidden      bool        // its cell is not visible
}

// A Grid is what a subgrid or a chart shows.
type Grid struct {
	Table model.Text   // TargetEntityType
	Views []model.Text // ViewId, then ViewIds: GUIDs in lower case without braces
	Chart model.Text   // VisualizationId: GUID in lower case without braces
}

// A QuickForm is a form that a quick view shows for one table. Its text is the
// GUID in lower case without braces; the place is that of the whole list, which
// is XML within a text.
type QuickForm struct {
	model.Text
	Table string
}

// A ControlBinding says which custom control stands for a control on one kind of
// device: controlDescription/customControl.
type ControlBinding struct {
	model.Range            // the start tag of customControl
	For         model.Text // GUID of the control, in lower case without braces
	Name        model.Text // of the custom control
	ID          model.Text // GUID that some exports have instead of the name
	FormFactor  model.Number[FormFactor]
}

// FormFactor is a kind of device.
type FormFactor int

// The values of customControl/@formFactor.
const (
	Desktop FormFactor = 0
	Tablet  FormFactor = 1
	Phone   FormFactor = 2
)

// A Library is a script web resource that a form loads.
type Library struct {
	model.Range // the start tag of Library
	Name        model.Text
	UniqueID    model.Text
	Action      model.Text // solutionaction, in what only changes a form: "Added", "Removed"
}

// An Event is a list of handlers.
type Event struct {
	model.Range             // the start tag of event
	Name        model.Text  // "onload" and so on; the case of letters varies
	Column      model.Text  // attribute
	Control     model.Range // the control that holds the event; not set for one of the form
	Application model.Flag
	Active      model.Flag
	Handlers    []*Handler
}

// A Handler is a script function that an event calls.
type Handler struct {
	model.Range          // the start tag of Handler
	Function             model.Text
	Library              model.Text
	UniqueID             model.Text
	Parameters           model.Text
	Enabled              model.Flag
	PassExecutionContext model.Flag
	Internal             bool       // Microsoft's own: below InternalHandlers
	Order                model.Int  // ordinalvalue, in what only changes a form
	Action               model.Text // solutionaction, in what only changes a form: "Added", "Removed"
}
