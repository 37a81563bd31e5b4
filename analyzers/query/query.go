// Package query finds every FetchXML query of a unit, wherever it stands: in
// views, charts and reports, in the actions of cloud flows, in scripts and pages,
// and in the code of plug-ins and workflow activities.
//
// Flows and code hold queries as strings. One is read if all of it is there: it
// begins with the element fetch and ends with that element's end tag. What stands
// for a variable in between is a hole; see [fetchxml.Hole].
package query

import (
	"fmt"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/webresource"
)

// Analyzer finds the queries. Its result is a *[Model].
var Analyzer = &analysis.Analyzer{
	Name:       "query",
	Doc:        "find the FetchXML queries of views, flows, scripts and code",
	Requires:   []*analysis.Analyzer{source.Analyzer, customizations.Analyzer, webresource.Analyzer, assembly.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

// A Model is the queries of one unit: those of its configuration, then those of
// flows, scripts and assemblies.
type Model struct {
	Queries  []*Query
	Broken   []*Broken // what a flow passes as a query and is none
	Problems []unit.Problem
}

// Unread returns what could not be read.
func (m *Model) Unread() []unit.Problem { return m.Problems }

// Place is where a query stands.
type Place int

// The places.
const (
	View     Place = iota
	Chart          // which runs with the filter of the view it is shown with
	Report         // of Reporting Services
	Other          // other configuration
	Flow           // an action of a cloud flow
	Script         // a script, or one in a page
	Assembly       // code of a plug-in or workflow activity
)

// A Query is a query and what it belongs to.
type Query struct {
	*fetchxml.Query
	Of    component.Ref
	Title string // in words: action "List rows" of flow "Close visits"
	Place Place
	View  *customizations.View // nil for those of other places
	Code  *Code                // nil for those of other places

	// IsFilter is true for one that only picks rows: which columns it returns does
	// not matter.
	IsFilter bool
	// IsGenerated is true for one that nobody wrote.
	IsGenerated bool
}

// Code is where a query stands in an assembly. Assemblies have no places within:
// those of the query are in its text, counted from 1.
type Code struct {
	*assembly.Code
	Offset int // of the instruction that loads the text
	text   string
}

// Statement returns the part of the query's text that a place is of.
func (c *Code) Statement(at analysis.Range) string {
	from, to := int(at.Pos())-1, int(at.End())-1
	if from < 0 || from > to || to > len(c.text) {
		return ""
	}
	return c.text[from:to]
}

// Broken is a text that is passed as a query and is no XML.
type Broken struct {
	model.Range
	Of      component.Ref
	Title   string
	Message string // what is wrong, without a final full stop
}

// The limits of what is read of strings in one unit.
const (
	maxQueries  = 20_000
	maxElements = 1_000_000 // of all queries
	maxSteps    = 5_000_000 // values and terms looked at to put strings together
)

func run(pass *analysis.Pass) (any, error) {
	f := &finder{m: new(Model), files: source.Of(pass)}
	c := customizations.Of(pass)
	for q := range c.Queries() {
		f.m.Queries = append(f.m.Queries, &Query{
			Query: q.Query, Of: q.Of, Title: q.Title, Place: placeOf(q), View: q.View, IsFilter: q.IsFilter, IsGenerated: q.IsGenerated,
		})
	}
	f.flows(c)
	f.scripts(webresource.Of(pass))
	f.assemblies(assembly.Of(pass))
	return f.m, nil
}

func placeOf(q customizations.Query) Place {
	switch {
	case q.View != nil:
		return View
	case q.Of.Type == component.Chart:
		return Chart
	case q.Of.Type == component.Report && !q.IsFilter:
		return Report
	}
	return Other
}

// A finder fills the model of one unit.
type finder struct {
	m        *Model
	files    *source.Files
	read     int // queries read of strings
	elements int // of all of them
	steps    int
	full     bool
}

// parse reads the query of a text and takes it into the model, unless there is no
// room for more. A query that is broken is returned as an error.
func (f *finder) parse(q *Query, text *fetchxml.Text, member string) error {
	f.read++
	if f.isFull(member) {
		return nil
	}
	if text.Len() > fetchxml.MaxText {
		f.tooLong(q, member)
		return nil
	}
	parsed, err := fetchxml.Parse(text)
	if err != nil {
		return err //nolint:wrapcheck // it is a *fetchxml.Error, and the caller reads it
	}
	f.elements += parsed.Elements
	q.Query = parsed
	f.m.Queries = append(f.m.Queries, q)
	return nil
}

// isFull reports whether there is no room for more, and tells so once.
func (f *finder) isFull(member string) bool {
	if f.full || f.read <= maxQueries && f.elements <= maxElements && f.steps <= maxSteps {
		return f.full
	}
	f.full = true
	f.problem(member, "flows and code hold more queries than are read; those that follow are not checked")
	return true
}

func (f *finder) problem(member, message string) {
	f.m.Problems = append(f.m.Problems, unit.Problem{Member: member, Pos: f.files.At(member), Message: message})
}

// tooLong tells of a query that is longer than those that are read.
func (f *finder) tooLong(q *Query, member string) {
	f.problem(member, fmt.Sprintf("a query of %s is longer than the %d bytes that are read", q.Title, fetchxml.MaxText))
}
