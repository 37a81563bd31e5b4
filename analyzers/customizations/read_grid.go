package customizations

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// grid reads the parameters of a subgrid or chart, nil where a control is none.
func (r *reader) grid(n xmltree.Node) *Grid {
	g := &Grid{
		Table: r.Text(n, "TargetEntityType"),
		Chart: r.guid(n, "VisualizationId"),
	}
	if g.Table.Value == "" {
		return nil
	}
	for _, v := range append([]model.Text{r.Text(n, "ViewId")}, r.List(r.Text(n, "ViewIds"))...) {
		if v.Value != "" {
			g.Views = append(g.Views, r.GUID(v))
		}
	}
	return g
}

// maxQuickForms is the length of a list of quick forms, in bytes, that is read:
// it names a form for each of a few tables.
const maxQuickForms = 1 << 16

// quickForms reads the list of forms that a quick view shows. One that is no XML
// is no list.
func (r *reader) quickForms(list model.Text) []QuickForm {
	if list.Value == "" || len(list.Value) > maxQuickForms {
		return nil
	}
	doc, err := xmltree.Parse([]byte(list.Value))
	if err != nil {
		return nil
	}
	var forms []QuickForm
	for c := range doc.Root().Named("QuickFormId") {
		table, _ := c.Attr("entityname")
		id := r.GUID(model.Text{Value: strings.Clone(c.Text()), Range: list.Range})
		forms = append(forms, QuickForm{Text: id, Table: r.Keep(table)})
	}
	return forms
}
