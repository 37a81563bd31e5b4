// Package fetchxml reads FetchXML, the query language of Dataverse, into a typed
// model. Views, charts and reports hold queries as elements or as escaped text;
// flows and code hold them as strings.
//
// Attributes that the model does not name are passed over, as the platform does
// it. Elements that have no business where they stand are told as strays.
package fetchxml

import (
	"iter"

	"github.com/solcheck/solcheck/analyzers/model"
)

// A Query is one fetch element.
type Query struct {
	model.Range    // its start tag
	Aggregate      model.Flag
	AggregateLimit model.Int // aggregatelimit: rows above which it is to fail
	Distinct       model.Flag
	NoLock         model.Flag
	RawOrder       model.Flag // useraworderby: choices are sorted by number
	Mapping        model.Text
	Top, Count     model.Int  // rows in all, rows of one page
	Page           model.Text // number of the page
	PagingCookie   model.Text // paging-cookie
	TotalCount     model.Flag // returntotalrecordcount
	Source         *Source    // the table that is asked; nil where there is none
	Strays         []Stray    // the first of them
	Elements       int        // how many elements there are below it
	// Partial is true where text stands between the elements: a part is put in when
	// the query runs, and what the query seems to lack may be there.
	Partial bool
}

// A Stray is an element that has no business where it stands.
type Stray struct {
	model.Range         // its start tag
	Name, Inside string // its name, and that of the element around it
}

// A Source is a table that a query reads: the element entity, or a link-entity
// below it.
type Source struct {
	model.Range             // the start tag
	Table       model.Text  // logical name
	Alias       model.Text  // of a link
	From, To    model.Text  // of a link: the columns that join it to the source above
	LinkType    model.Text  // of a link: "inner", "outer" and so on; absent means inner
	AllColumns  model.Range // the element all-attributes, not set where there is none
	NoColumns   model.Range // likewise no-attrs, by which nothing is returned
	Columns     []Column
	Orders      []Order
	Filters     []*Filter
	Links       []*Source
	IsLink      bool
	IsIntersect model.Flag // the table that stands between two others
}

// A Column is a column that a query returns.
type Column struct {
	model.Range             // the start tag of attribute
	Name         model.Text // logical name
	Alias        model.Text
	Aggregate    model.Text // "count", "sum" and so on
	GroupBy      model.Flag
	DateGrouping model.Text // "day", "month" and so on
}

// An Order is one step of a query's sorting.
type Order struct {
	model.Range            // the start tag of order
	Column      model.Text // attribute; not set where a query with aggregates sorts by an alias
	Alias       model.Text
	Link        model.Text // entityname: alias of the link whose column it is; not set for the source's own
	Descending  model.Flag
}

// A Filter is a group of conditions.
type Filter struct {
	model.Range            // the start tag of filter
	Type        model.Text // "and" or "or"; absent means and
	QuickFind   model.Flag // isquickfindfields: it holds the columns that a search looks into
	Conditions  []*Condition
	Filters     []*Filter
	Links       []*Source // whose rows are tested for being there: link types "any", "not all" and so on
}

// A Condition is one test of a column.
type Condition struct {
	model.Range              // the start tag of condition
	Column      model.Text   // attribute
	Operator    model.Text   // "eq", "like" and so on
	Value       model.Text   // the attribute value
	Values      []model.Text // the elements value, of operators that take several
	ValueOf     model.Text   // valueof: the column that it is compared with, with "alias." before one of a link
	Link        model.Text   // entityname: alias of the link whose column it tests; not set for the source's own
}

// All returns all values that the condition compares with.
func (c *Condition) All() iter.Seq[model.Text] {
	return func(yield func(model.Text) bool) {
		if c.Value.IsSet() && !yield(c.Value) {
			return
		}
		for _, v := range c.Values {
			if !yield(v) {
				return
			}
		}
	}
}

// Sources returns the table that is asked and all that are linked to it, those
// that a filter looks into among them.
func (q *Query) Sources() iter.Seq[*Source] {
	return func(yield func(*Source) bool) { q.Source.each(yield) }
}

func (s *Source) each(yield func(*Source) bool) bool {
	if s == nil {
		return true
	}
	if !yield(s) {
		return false
	}
	for _, f := range s.Filters {
		if !f.links(yield) {
			return false
		}
	}
	for _, l := range s.Links {
		if !l.each(yield) {
			return false
		}
	}
	return true
}

// links goes through the tables that a filter looks into.
func (f *Filter) links(yield func(*Source) bool) bool {
	for _, l := range f.Links {
		if !l.each(yield) {
			return false
		}
	}
	for _, inner := range f.Filters {
		if !inner.links(yield) {
			return false
		}
	}
	return true
}

// Groups returns the source's own filters and those within them, outer ones
// first.
func (s *Source) Groups() iter.Seq[*Filter] {
	return func(yield func(*Filter) bool) {
		for _, f := range s.Filters {
			if !f.groups(yield) {
				return
			}
		}
	}
}

func (f *Filter) groups(yield func(*Filter) bool) bool {
	if !yield(f) {
		return false
	}
	for _, inner := range f.Filters {
		if !inner.groups(yield) {
			return false
		}
	}
	return true
}

// IsFiltered reports whether a condition, on the table that is asked or on a
// linked one, keeps rows out. An inner link alone does not count: it is there for
// its columns.
func (q *Query) IsFiltered() bool {
	for s := range q.Sources() {
		for f := range s.Groups() {
			if len(f.Conditions) > 0 || len(f.Links) > 0 {
				return true
			}
		}
	}
	return false
}

// Conditions returns the conditions in the source's own filters, those in groups
// too, together with whether each is one of a quick find filter.
func (s *Source) Conditions() iter.Seq2[*Condition, bool] {
	return func(yield func(*Condition, bool) bool) {
		for _, f := range s.Filters {
			if !f.each(false, yield) {
				return
			}
		}
	}
}

func (f *Filter) each(quick bool, yield func(*Condition, bool) bool) bool {
	quick = quick || f.QuickFind.Value
	for _, c := range f.Conditions {
		if !yield(c, quick) {
			return false
		}
	}
	for _, inner := range f.Filters {
		if !inner.each(quick, yield) {
			return false
		}
	}
	return true
}

// Links counts the tables that are linked, at whatever depth.
func (q *Query) Links() int {
	n := -1
	for range q.Sources() {
		n++
	}
	return max(n, 0)
}
