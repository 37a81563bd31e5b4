package customizations

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// formSkips are the parts of a form that no reader wants.
func formSkips() []string {
	skips := []string{
		"form/RibbonDiffXml", "form/clientresources", "form/externaldependencies",
		"form/Navigation/NavBar/NavBarByRelationshipItem", "form/Navigation/NavBar/NavBarItem", "form/Navigation/NavBarAreas",
		"form/controlDescriptions/controlDescription/customControl/parameters",
		"form/tabs/tab/columns/column/sections/section/labels",
	}
	for _, rows := range []string{"tabs/tab/columns/column/sections/section", "header", "footer"} {
		skips = append(skips, "form/"+rows+"/rows/row/cell/labels")
	}
	return skips
}

func dashboardSkips() []string {
	skips := formSkips()
	for i, path := range skips {
		skips[i] = "FormXml/forms/" + path
	}
	return skips
}

// form reads the form of a table.
func (r *reader) form(n xmltree.Node, table, kind string) *Form {
	f := &Form{
		Table:             table,
		Kind:              kind,
		Presentation:      r.int(n, "FormPresentation"),
		Activation:        number[Activation](r, n, "FormActivationState"),
		IsCustomizable:    r.flag(n, "IsCustomizable"),
		CanBeDeleted:      r.flag(n, "CanBeDeleted"),
		HeaderDensity:     r.Attr(n.Child("form"), "headerdensity"),
		LocalizedNames:    r.Localized(n.Child("LocalizedNames")),
		IntroducedVersion: r.Text(n, "IntroducedVersion"),
	}
	f.Component = r.inner(n, component.Form, firstName(f.LocalizedNames), r.Text(n, "formid"))
	if r.detail(n) {
		r.formParts(f, n.Child("form"))
	}
	return f
}

// looseForm reads a form of a table that has a file of its own.
func (r *reader) looseForm(n xmltree.Node) {
	folder := folderOf(r.source)
	kind := folder[strings.LastIndexByte(folder, '/')+1:]
	f := r.form(n, "", kind)
	r.later(f.Range, func(t *Table) {
		f.Table = t.Name.Value
		t.Forms = append(t.Forms, f)
	})
}

// formParts reads the parts of a form.
func (r *reader) formParts(f *Form, n xmltree.Node) {
	f.Display = r.formDisplay(n.Child("DisplayConditions"))
	for c := range r.list(n, "formparameters", "querystringparameter") {
		f.Parameters = append(f.Parameters, FormParameter{r.Tag(c), r.Attr(c, "name"), r.Attr(c, "type")})
	}
	for c := range r.list(n, "formLibraries", "Library") {
		f.Libraries = append(f.Libraries, &Library{r.Tag(c), r.Attr(c, "name"), r.GUID(r.Attr(c, "libraryUniqueId")), r.Attr(c, "solutionaction")})
	}
	for c := range r.list(n, "hiddencontrols", "data") {
		f.HiddenControls = append(f.HiddenControls, &HiddenControl{r.Tag(c), r.Attr(c, "id"), r.GUID(r.Attr(c, "classid")), r.Attr(c, "datafieldname")})
	}
	r.navigation(f, n.Child("Navigation", "NavBar"))
	r.formPart(f, n, Body)
}

func (r *reader) navigation(f *Form, n xmltree.Node) {
	for c := range n.Children() {
		if r.detail(c) {
			f.Navigation = append(f.Navigation, &NavigationItem{
				Range:        r.Tag(c),
				ID:           r.Attr(c, "Id"),
				Relationship: r.Attr(c, "RelationshipName"),
				Area:         r.Attr(c, "Area"),
				Show:         leaves.Flag(r.Attr(c, "Show")),
				URL:          r.Attr(c, "Url"),
			})
		}
	}
}

func (r *reader) formDisplay(n xmltree.Node) FormDisplay {
	d := FormDisplay{
		Range:      r.Tag(n),
		Order:      leaves.Int(r.Attr(n, "Order")),
		IsFallback: leaves.Flag(r.Attr(n, "FallbackForm")),
		Everyone:   n.Child("Everyone").IsSet(),
	}
	for c := range n.Named("Role") {
		if r.detail(c) {
			d.Roles = append(d.Roles, r.GUID(r.Attr(c, "Id")))
		}
	}
	return d
}

// formPart reads what stands below an element of a form.
func (r *reader) formPart(f *Form, n xmltree.Node, area Area) {
	for c := range n.Children() {
		switch c.Tag() {
		case "DisplayConditions", "formparameters", "formLibraries", "hiddencontrols", "Navigation", "labels":
		case "tab":
			r.tab(f, c)
			r.formPart(f, c, area)
		case "section":
			r.section(f, c)
			r.formPart(f, c, area)
		case "header":
			r.formPart(f, c, Header)
		case "footer":
			r.formPart(f, c, Footer)
		case "control":
			if r.detail(c) {
				f.Controls = append(f.Controls, r.control(c, area))
			}
		case "event":
			if r.detail(c) {
				f.Events = append(f.Events, r.event(c))
			}
		case "controlDescription":
			f.CustomControls = append(f.CustomControls, r.bindings(c)...)
		case "cell":
			r.cell(f, c, area)
		default:
			r.formPart(f, c, area)
		}
	}
}

func (r *reader) tab(f *Form, n xmltree.Node) {
	if r.detail(n) {
		f.Tabs = append(f.Tabs, &Tab{
			Range:   r.Tag(n),
			ID:      r.GUID(r.Attr(n, "id")),
			Name:    r.Attr(n, "name"),
			Label:   r.firstLabel(n.Child("labels")),
			Visible: leaves.Flag(r.Attr(n, "visible")),
		})
	}
}

// section reads a section of the tab that was read last.
func (r *reader) section(f *Form, n xmltree.Node) {
	if len(f.Tabs) > 0 && r.detail(n) {
		tab := f.Tabs[len(f.Tabs)-1]
		tab.Sections = append(tab.Sections, &Section{
			Range:   r.Tag(n),
			ID:      r.GUID(r.Attr(n, "id")),
			Name:    r.Attr(n, "name"),
			Visible: leaves.Flag(r.Attr(n, "visible")),
		})
	}
}

// cell reads a cell: the events in it are those of its control, and it hides or
// shows it.
func (r *reader) cell(f *Form, n xmltree.Node, area Area) {
	before, controls := len(f.Events), len(f.Controls)
	r.formPart(f, n, area)
	if visible, _ := n.Attr("visible"); strings.EqualFold(visible, "false") {
		for _, c := range f.Controls[controls:] {
			c.Hidden = true
		}
	}
	control := r.Tag(n.Child("control"))
	for _, e := range f.Events[before:] {
		e.Control = control
	}
}

func (r *reader) control(n xmltree.Node, area Area) *Control {
	parameters := n.Child("parameters")
	return &Control{
		Range:       r.Tag(n),
		ID:          r.Attr(n, "id"),
		UniqueID:    r.GUID(r.Attr(n, "uniqueid")),
		ClassID:     r.GUID(r.Attr(n, "classid")),
		Column:      r.Attr(n, "datafieldname"),
		Disabled:    leaves.Flag(r.Attr(n, "disabled")),
		URL:         r.Text(parameters, "Url"),
		WebResource: r.guid(parameters, "WebResourceId"),
		Area:        area,
		Grid:        r.grid(parameters),
		QuickForms:  r.quickForms(r.Text(parameters, "QuickForms")),
	}
}

func (r *reader) bindings(n xmltree.Node) (list []*ControlBinding) {
	target := r.GUID(r.Attr(n, "forControl"))
	for c := range n.Named("customControl") {
		if r.detail(c) {
			list = append(list, &ControlBinding{
				Range:      r.Tag(c),
				For:        target,
				Name:       r.Attr(c, "name"),
				ID:         r.GUID(r.Attr(c, "id")),
				FormFactor: leaves.Number[FormFactor](r.Attr(c, "formFactor")),
			})
		}
	}
	return list
}

func (r *reader) event(n xmltree.Node) *Event {
	e := &Event{
		Range:       r.Tag(n),
		Name:        r.Attr(n, "name"),
		Column:      r.Attr(n, "attribute"),
		Application: leaves.Flag(r.Attr(n, "application")),
		Active:      leaves.Flag(r.Attr(n, "active")),
	}
	for list := range n.Children() {
		internal := list.Tag() == "InternalHandlers"
		for c := range list.Named("Handler") {
			if r.detail(c) {
				e.Handlers = append(e.Handlers, r.handler(c, internal))
			}
		}
	}
	return e
}

func (r *reader) handler(n xmltree.Node, internal bool) *Handler {
	return &Handler{
		Range:                r.Tag(n),
		Function:             r.Attr(n, "functionName"),
		Library:              r.Attr(n, "libraryName"),
		UniqueID:             r.GUID(r.Attr(n, "handlerUniqueId")),
		Parameters:           r.Attr(n, "parameters"),
		Enabled:              leaves.Flag(r.Attr(n, "enabled")),
		PassExecutionContext: leaves.Flag(r.Attr(n, "passExecutionContext")),
		Internal:             internal,
		Order:                leaves.Int(r.Attr(n, "ordinalvalue")),
		Action:               r.Attr(n, "solutionaction"),
	}
}
