package fetchxml

import (
	"errors"
	"fmt"
	"go/token"
	"iter"

	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// The limits of what is read of one query. The service takes up to 64 KB by its
// Web API, fifteen links, 500 conditions in a filter and 2,000 values in one; the
// longest query in a real package has 30 KB.
const (
	MaxText     = 1 << 20 // bytes of text
	maxElements = 10_000
	maxStrays   = 20
)

// Read reads a query that stands as elements in the XML that r reads. It is nil
// where n is no element fetch.
func Read(r *leaves.Reader, n xmltree.Node) *Query {
	if n.Tag() != "fetch" {
		return nil
	}
	q := &Query{
		Range:          r.Tag(n),
		Aggregate:      leaves.Flag(r.Attr(n, "aggregate")),
		AggregateLimit: leaves.Int(r.Attr(n, "aggregatelimit")),
		Distinct:       leaves.Flag(r.Attr(n, "distinct")),
		NoLock:         leaves.Flag(r.Attr(n, "no-lock")),
		RawOrder:       leaves.Flag(r.Attr(n, "useraworderby")),
		Mapping:        r.Attr(n, "mapping"),
		Top:            leaves.Int(r.Attr(n, "top")),
		Count:          leaves.Int(r.Attr(n, "count")),
		Page:           r.Attr(n, "page"),
		PagingCookie:   r.Attr(n, "paging-cookie"),
		TotalCount:     leaves.Flag(r.Attr(n, "returntotalrecordcount")),
	}
	reader := &reader{r, q}
	for c := range reader.parts(n) {
		switch {
		case c.Tag() == "entity" && q.Source == nil:
			q.Source = reader.source(c)
		case c.Tag() != "order": // those of reports
			reader.stray(c, n)
		}
	}
	return q
}

// An Error says why a text is no query.
type Error struct {
	Pos     token.Pos
	Message string
}

func (e *Error) Error() string { return e.Message }

// Parse reads a query from its text. An error is an *[Error], and there is no
// query then. The text must not be changed afterwards.
func Parse(t *Text) (*Query, error) {
	if t.Len() > MaxText {
		return nil, &Error{t.Pos(0), fmt.Sprintf("the query is longer than the %d bytes that are read", MaxText)}
	}
	doc, err := xmltree.Parse(t.text)
	if bad := (*xmltree.Error)(nil); errors.As(err, &bad) {
		return nil, &Error{t.Pos(bad.Offset), "the query is broken XML: " + bad.Message}
	}
	q := Read(leaves.NewReader(t), doc.Root())
	if q == nil {
		return nil, &Error{t.Pos(0), `the query begins with the element "` + doc.Root().Tag() + `", expected "fetch"`}
	}
	return q, nil
}

// A reader reads one query.
type reader struct {
	*leaves.Reader
	q *Query
}

// parts returns the elements directly below n, as long as there is room for more,
// and notes text that stands between them.
func (r *reader) parts(n xmltree.Node) iter.Seq[xmltree.Node] {
	return func(yield func(xmltree.Node) bool) {
		if n.Text() != "" {
			r.q.Partial = true
		}
		for c := range n.Children() {
			if r.q.Elements++; r.q.Elements > maxElements {
				r.q.Partial = true
				return
			}
			if !yield(c) {
				return
			}
		}
	}
}

func (r *reader) stray(n, inside xmltree.Node) {
	if len(r.q.Strays) < maxStrays {
		r.q.Strays = append(r.q.Strays, Stray{Range: r.Tag(n), Name: r.Keep(n.Tag()), Inside: r.Keep(inside.Tag())})
	}
}

func (r *reader) source(n xmltree.Node) *Source {
	s := &Source{
		Range:       r.Tag(n),
		Table:       r.Attr(n, "name"),
		Alias:       r.Attr(n, "alias"),
		From:        r.Attr(n, "from"),
		To:          r.Attr(n, "to"),
		LinkType:    r.Attr(n, "link-type"),
		IsIntersect: leaves.Flag(r.Attr(n, "intersect")),
		IsLink:      n.Tag() == "link-entity",
	}
	for c := range r.parts(n) {
		switch c.Tag() {
		case "all-attributes":
			s.AllColumns = r.Tag(c)
		case "attribute":
			s.Columns = append(s.Columns, r.column(c))
		case "order":
			s.Orders = append(s.Orders, r.order(c))
		case "filter":
			s.Filters = append(s.Filters, r.filter(c))
		case "link-entity":
			s.Links = append(s.Links, r.source(c))
		case "no-attrs":
			s.NoColumns = r.Tag(c)
		default:
			r.stray(c, n)
		}
	}
	return s
}

func (r *reader) column(n xmltree.Node) Column {
	return Column{
		Range:        r.Tag(n),
		Name:         r.Attr(n, "name"),
		Alias:        r.Attr(n, "alias"),
		Aggregate:    r.Attr(n, "aggregate"),
		GroupBy:      leaves.Flag(r.Attr(n, "groupby")),
		DateGrouping: r.Attr(n, "dategrouping"),
	}
}

func (r *reader) order(n xmltree.Node) Order {
	return Order{
		Range:      r.Tag(n),
		Column:     r.Attr(n, "attribute"),
		Alias:      r.Attr(n, "alias"),
		Link:       r.Attr(n, "entityname"),
		Descending: leaves.Flag(r.Attr(n, "descending")),
	}
}

func (r *reader) filter(n xmltree.Node) *Filter {
	f := &Filter{Range: r.Tag(n), Type: r.Attr(n, "type"), QuickFind: leaves.Flag(r.Attr(n, "isquickfindfields"))}
	for c := range r.parts(n) {
		switch c.Tag() {
		case "condition":
			f.Conditions = append(f.Conditions, r.condition(c))
		case "filter":
			f.Filters = append(f.Filters, r.filter(c))
		case "link-entity":
			f.Links = append(f.Links, r.source(c))
		default:
			r.stray(c, n)
		}
	}
	return f
}

func (r *reader) condition(n xmltree.Node) *Condition {
	return &Condition{
		Range:    r.Tag(n),
		Column:   r.Attr(n, "attribute"),
		Operator: r.Attr(n, "operator"),
		Value:    r.Attr(n, "value"),
		Values:   r.values(n),
		ValueOf:  r.Attr(n, "valueof"),
		Link:     r.Attr(n, "entityname"),
	}
}

func (r *reader) values(n xmltree.Node) []model.Text {
	var list []model.Text
	for v := range r.parts(n) {
		if v.Tag() == "value" {
			list = append(list, r.Text(v))
		} else {
			r.stray(v, n)
		}
	}
	return list
}
