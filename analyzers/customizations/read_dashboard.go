package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

func (r *reader) dashboard(n xmltree.Node) {
	d := new(Form)
	r.loneForm(d, n)
	r.m.Dashboards = append(r.m.Dashboards, d)
}

func (r *reader) dialog(n xmltree.Node) {
	d := new(Form)
	r.loneForm(d, n)
	r.m.Dialogs = append(r.m.Dialogs, d)
}

// loneForm reads a form that belongs to no table.
func (r *reader) loneForm(f *Form, n xmltree.Node) {
	forms := n.Child("FormXml", "forms")
	kind, _ := forms.Attr("type")
	*f = Form{
		Kind:              r.Keep(kind),
		IsCustomizable:    r.flag(n, "IsCustomizable"),
		CanBeDeleted:      r.flag(n, "CanBeDeleted"),
		IsDefault:         r.flag(n, "IsDefault"),
		OnTablet:          r.flag(n, "IsTabletEnabled"),
		UniqueName:        r.Text(n, "UniqueName"),
		LocalizedNames:    r.Localized(n.Child("LocalizedNames")),
		IntroducedVersion: r.Text(n, "IntroducedVersion"),
	}
	r.component(&f.Component, n, component.Form, firstName(f.LocalizedNames), r.Text(n, "FormId"))
	r.formParts(f, forms.Child("form"))
}

func firstName(names []model.Localized) model.Text {
	if len(names) == 0 {
		return model.Text{}
	}
	return names[0].Text
}
