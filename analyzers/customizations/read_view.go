package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// viewOnly are the parts of a view that readers want.
func viewOnly() []string {
	return []string{"isquickfindquery", "isdefault", "isprivate", "savedqueryid", "layoutxml", "querytype", "fetchxml", "LocalizedNames"}
}

// chartOnly are the parts of a chart that readers want.
func chartOnly() []string {
	return []string{"savedqueryvisualizationid", "datadescription", "LocalizedNames"}
}

// below puts the way to a part before the ways from it.
func below(way string, paths []string) []string {
	list := make([]string, len(paths))
	for i, path := range paths {
		list[i] = way + "/" + path
	}
	return list
}

// views reads the views and charts that a table holds itself.
func (r *reader) views(t *Table, n xmltree.Node) {
	for list := range n.Child("SavedQueries").Named("savedqueries") {
		for c := range list.Named("savedquery") {
			t.Views = append(t.Views, r.view(c, t.Name.Value))
		}
	}
	for c := range n.Child("Visualizations").Named("visualization") {
		t.Charts = append(t.Charts, r.chart(c, t.Name.Value))
	}
}

func (r *reader) view(n xmltree.Node, table string) *View {
	v := &View{
		Table:       table,
		Kind:        number[ViewType](r, n, "querytype"),
		IsQuickFind: r.flag(n, "isquickfindquery"),
		IsDefault:   r.flag(n, "isdefault"),
		IsPrivate:   r.flag(n, "isprivate"),
	}
	v.Component = r.inner(n, component.View, r.firstLocalized(n), r.Text(n, "savedqueryid"))
	if !r.detail(n) {
		return v
	}
	v.Query = r.query(n.Child("fetchxml", "fetch"))
	grid := n.Child("layoutxml", "grid")
	v.Layout, v.Jump, v.RowID = r.Tag(grid), r.Attr(grid, "jump"), r.Attr(grid.Child("row"), "id")
	for c := range grid.Child("controlDescriptions").Named("controlDescription") {
		v.CustomControls = append(v.CustomControls, r.bindings(c)...)
	}
	for row := range grid.Named("row") {
		for c := range row.Named("cell") {
			if r.detail(c) {
				v.Cells = append(v.Cells, r.viewCell(c))
			}
		}
	}
	return v
}

func (r *reader) viewCell(n xmltree.Node) *Cell {
	c := &Cell{Range: r.Tag(n), Name: r.Attr(n, "name"), Hidden: leaves.Flag(r.Attr(n, "ishidden"))}
	if icon := (CellIcon{r.Attr(n, "imageproviderwebresource"), r.Attr(n, "imageproviderfunctionname")}); icon.Function.Value != "" {
		c.Icon = &icon
	}
	return c
}

func (r *reader) chart(n xmltree.Node, table string) *Chart {
	c := &Chart{Table: table}
	c.Component = r.inner(n, component.Chart, r.firstLocalized(n), r.Text(n, "savedqueryvisualizationid"))
	if !r.detail(n) {
		return c
	}
	for list := range n.Child("datadescription", "datadefinition").Named("fetchcollection") {
		for q := range list.Named("fetch") {
			if query := r.query(q); query != nil {
				c.Queries = append(c.Queries, query)
			}
		}
	}
	return c
}

// query reads a query, nil where there is none or no more may be read.
func (r *reader) query(n xmltree.Node) *fetchxml.Query {
	if q := fetchxml.Read(r.Reader, n); q != nil && r.holds(n, q) {
		return q
	}
	return nil
}

// holds counts the parts of a query and reports whether it may be kept.
func (r *reader) holds(n xmltree.Node, q *fetchxml.Query) bool {
	r.details += q.Elements
	return r.detail(n)
}

// looseView and looseChart read what has a file of its own.
func (r *reader) looseView(n xmltree.Node) {
	v := r.view(n, "")
	r.later(v.Range, func(t *Table) {
		v.Table = t.Name.Value
		t.Views = append(t.Views, v)
	})
}

func (r *reader) looseChart(n xmltree.Node) {
	c := r.chart(n, "")
	r.later(c.Range, func(t *Table) {
		c.Table = t.Name.Value
		t.Charts = append(t.Charts, c)
	})
}

// firstLocalized returns the first localized name of a component of which large
// solutions have thousands, in forty languages.
func (r *reader) firstLocalized(n xmltree.Node) model.Text {
	return r.firstLabel(n.Child("LocalizedNames"))
}

// firstLabel returns the description of the first element below a container.
func (r *reader) firstLabel(n xmltree.Node) model.Text {
	for c := range n.Children() {
		return r.Attr(c, "description")
	}
	return model.Text{}
}
