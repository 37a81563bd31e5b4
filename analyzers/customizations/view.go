package customizations

import (
	"iter"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/model"
)

// A View is a view of a table: the element savedquery. Its Name is the first
// localized name.
type View struct {
	Component
	Table       string // Name of the table
	Kind        model.Number[ViewType]
	IsQuickFind model.Flag // isquickfindquery
	IsDefault   model.Flag
	IsPrivate   model.Flag
	Query       *fetchxml.Query // nil where there is none
	Layout      model.Range     // the start tag of grid
	Jump        model.Text      // grid/@jump: the column that opens a row
	RowID       model.Text      // row/@id: the column that is the row's key
	Cells       []*Cell

	CustomControls []*ControlBinding // that show the view instead of a grid
}

// ViewType is what a view is for.
type ViewType int

// The values of querytype.
const (
	PublicView       ViewType = 0
	AdvancedFindView ViewType = 1
	AssociatedView   ViewType = 2
	QuickFindView    ViewType = 4
	LookupView       ViewType = 64
)

// Title says in words which view is meant: view "Active Visits" of "contoso_visit".
func (v *View) Title() string { return `view "` + v.Ref().Name + `" of "` + v.Table + `"` }

// A Cell is a column of a view's grid.
type Cell struct {
	model.Range            // the start tag of cell
	Name        model.Text // a column of the query, "alias.column" for one of a linked table
	Hidden      model.Flag // ishidden
	Icon        *CellIcon  // nil for most
}

// A CellIcon is the script function that draws a cell's icon.
type CellIcon struct {
	Library  model.Text // imageproviderwebresource: "$webresource:name"
	Function model.Text // imageproviderfunctionname
}

// A Chart is a chart of a table: the element visualization. Its Name is the first
// localized name.
type Chart struct {
	Component
	Table   string // Name of the table
	Queries []*fetchxml.Query
}

// Title says in words which chart is meant.
func (c *Chart) Title() string { return `chart "` + c.Ref().Name + `" of "` + c.Table + `"` }

// A Query is a query of the solution together with what it belongs to.
type Query struct {
	*fetchxml.Query
	Of    component.Ref
	Title string // what it belongs to, in words
	View  *View  // nil for those of other parts
	// IsFilter is true for one that only picks rows: which columns it returns does
	// not matter.
	IsFilter bool
	// IsGenerated is true for one that nobody wrote: AI Builder makes it for the rows
	// that a model learns from.
	IsGenerated bool
}

// Queries returns the queries of views, charts and reports, then those in other
// parts, but for those of mere references.
func (m *Model) Queries() iter.Seq[Query] {
	return func(yield func(Query) bool) {
		for _, t := range m.Tables {
			if !t.queries(yield) {
				return
			}
		}
		for _, r := range m.Reports {
			if !r.queries(yield) {
				return
			}
		}
		for _, q := range m.Embedded {
			if !yield(q) {
				return
			}
		}
	}
}

func (t *Table) queries(yield func(Query) bool) bool {
	for _, v := range t.Views {
		if v.Query != nil && !v.Unmodified && !yield(Query{Query: v.Query, Of: v.Ref(), Title: v.Title(), View: v}) {
			return false
		}
	}
	for _, c := range t.Charts {
		for _, q := range c.Queries {
			if !c.Unmodified && !yield(Query{Query: q, Of: c.Ref(), Title: c.Title()}) {
				return false
			}
		}
	}
	return true
}

func (r *Report) queries(yield func(Query) bool) bool {
	for _, q := range r.Queries {
		if !r.Unmodified && !yield(Query{Query: q, Of: r.Ref(), Title: r.Title()}) {
			return false
		}
	}
	return true
}
