package fetchxml

import (
	"errors"
	"fmt"
	"go/token"

	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// MaxText is the length of a query's text, in bytes, up to which it is read. The
// service takes up to 64 KB by its Web API; the longest in a real package has 30.
const MaxText = 1 << 20

// Read reads a query that stands as elements in the XML that r reads. It is nil
// where n is no element fetch.
func Read(r *leaves.Reader, n xmltree.Node) *Query {
	if n.Tag() != "fetch" {
		return nil
	}
	q := &Query{
		Range:     r.Tag(n),
		Aggregate: leaves.Flag(r.Attr(n, "aggregate")),
		Distinct:  leaves.Flag(r.Attr(n, "distinct")),
		NoLock:    leaves.Flag(r.Attr(n, "no-lock")),
		Top:       leaves.Int(r.Attr(n, "top")),
		Count:     leaves.Int(r.Attr(n, "count")),
	}
	if entity := n.Child("entity"); entity.IsSet() {
		q.Source = source(r, entity)
	}
	return q
}

// An Error says why a text is no query.
type Error struct {
	Pos     token.Pos
	Message string
}

func (e *Error) Error() string { return e.Message }

// Parse reads a query from its text. At gives the place of the text's bytes by
// their offset; [Unescape] makes it for text that is escaped in XML. An error is
// an *[Error], and there is no query then.
func Parse(text string, at leaves.Places) (*Query, error) {
	if len(text) > MaxText {
		return nil, &Error{at.Pos(0), fmt.Sprintf("the query is longer than the %d bytes that are read", MaxText)}
	}
	doc, err := xmltree.Parse([]byte(text))
	if bad := (*xmltree.Error)(nil); errors.As(err, &bad) {
		return nil, &Error{at.Pos(bad.Offset), "the query is broken XML: " + bad.Message}
	}
	q := Read(leaves.NewReader(at), doc.Root())
	if q == nil {
		return nil, &Error{at.Pos(0), `the query begins with the element "` + doc.Root().Tag() + `", expected "fetch"`}
	}
	return q, nil
}

func source(r *leaves.Reader, n xmltree.Node) *Source {
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
	for c := range n.Children() {
		switch c.Tag() {
		case "all-attributes":
			s.AllColumns = r.Tag(c)
		case "attribute":
			s.Columns = append(s.Columns, column(r, c))
		case "order":
			s.Orders = append(s.Orders, order(r, c))
		case "filter":
			s.Filters = append(s.Filters, filter(r, c))
		case "link-entity":
			s.Links = append(s.Links, source(r, c))
		}
	}
	return s
}

func column(r *leaves.Reader, n xmltree.Node) Column {
	return Column{
		Range:        r.Tag(n),
		Name:         r.Attr(n, "name"),
		Alias:        r.Attr(n, "alias"),
		Aggregate:    r.Attr(n, "aggregate"),
		GroupBy:      leaves.Flag(r.Attr(n, "groupby")),
		DateGrouping: r.Attr(n, "dategrouping"),
	}
}

func order(r *leaves.Reader, n xmltree.Node) Order {
	return Order{
		Range:      r.Tag(n),
		Column:     r.Attr(n, "attribute"),
		Alias:      r.Attr(n, "alias"),
		Link:       r.Attr(n, "entityname"),
		Descending: leaves.Flag(r.Attr(n, "descending")),
	}
}

func filter(r *leaves.Reader, n xmltree.Node) *Filter {
	f := &Filter{Range: r.Tag(n), Type: r.Attr(n, "type"), QuickFind: leaves.Flag(r.Attr(n, "isquickfindfields"))}
	for c := range n.Children() {
		switch c.Tag() {
		case "condition":
			f.Conditions = append(f.Conditions, condition(r, c))
		case "filter":
			f.Filters = append(f.Filters, filter(r, c))
		}
	}
	return f
}

func condition(r *leaves.Reader, n xmltree.Node) *Condition {
	c := &Condition{
		Range:    r.Tag(n),
		Column:   r.Attr(n, "attribute"),
		Operator: r.Attr(n, "operator"),
		Value:    r.Attr(n, "value"),
		Link:     r.Attr(n, "entityname"),
	}
	for v := range n.Named("value") {
		if len(c.Values) < maxValues {
			c.Values = append(c.Values, r.Text(v))
		}
	}
	return c
}

// maxValues is the number of values of one condition that are read; the service
// takes 2,000.
const maxValues = 4096
