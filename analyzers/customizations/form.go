package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// A Form is a form of a table, or a dashboard. Its Name is the first localized
// name.
type Form struct {
	Component
	Table             string // Name of the table; empty for a dashboard
	Kind              string // "main", "quick", "dashboard": forms/@type, or the folder's name in unpacked sources
	Presentation      model.Int
	Activation        model.Number[Activation]
	IsCustomizable    model.Flag
	CanBeDeleted      model.Flag
	IsDefault         model.Flag // of a dashboard
	LocalizedNames    []model.Localized
	IntroducedVersion model.Text

	Controls       []*Control
	CustomControls []*ControlBinding
	Libraries      []*Library
	Events         []*Event
}

// Activation is whether a form is in use.
type Activation int

// The values of FormActivationState.
const (
	Inactive Activation = 0
	Active   Activation = 1
)

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
	Internal             bool // Microsoft's own: below InternalHandlers
}
