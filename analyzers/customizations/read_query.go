package customizations

import (
	"errors"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// The limits of what is read of queries that stand in other parts: in a real one
// there are up to three.
const (
	maxQueries = 100     // of one element
	maxHost    = 4 << 20 // bytes of its text
	maxJSON    = 100_000 // values in it, where it is JSON
)

// queriesIn takes the queries that an element of a component holds into the
// model: the whole of its text, parts of it, strings of JSON, or elements below
// it.
func (r *reader) queriesIn(n xmltree.Node, of *Component) {
	if !n.IsSet() || of.Unmodified {
		return
	}
	for c := range n.Below() {
		if c.Tag() == "fetch" {
			r.embed(n, fetchxml.Read(r.Reader, c), of)
		}
	}
	text := strings.TrimSpace(n.Text())
	switch {
	case !strings.Contains(text, fetchxml.StartTag) || len(text) > maxHost || !r.detail(n):
	case strings.HasPrefix(text, "{") || strings.HasPrefix(text, "["):
		r.queriesInJSON(n, of)
	default:
		r.queriesInText(n, of)
	}
}

// embed takes a query that an element holds into the model.
func (r *reader) embed(n xmltree.Node, q *fetchxml.Query, of *Component) {
	if r.holds(n, q) {
		r.m.Embedded = append(r.m.Embedded, Query{
			Query: q, Of: of.Ref(), Title: of.title(), IsFilter: true, IsGenerated: of.Type == component.AIProject,
		})
	}
}

// title says in words what of a component holds a query: AI project "Detect
// Language", offline filter of "contoso_visit".
func (c *Component) title() string {
	if c.Type == component.Table {
		return `offline filter of "` + c.Ref().Name + `"`
	}
	return c.Type.String() + ` "` + c.Ref().Name + `"`
}

// unescaped returns the text of an element as its readers see it.
func (r *reader) unescaped(n xmltree.Node) *fetchxml.Text {
	span := n.Content()
	return fetchxml.Unescape(string(r.file.Text[span.Start:span.End]), r.file.Pos(span.Start))
}

// queriesInText reads the queries of a text that is escaped. A text that is to be
// a query and is none is a problem; in a longer one it may be anything.
func (r *reader) queriesInText(n xmltree.Node, of *Component) {
	text := r.unescaped(n)
	s := text.String()
	isWhole := strings.HasPrefix(strings.TrimSpace(s), fetchxml.StartTag)
	at := 0
	for range maxQueries {
		from, to := nextQuery(s, at, isWhole)
		if from < 0 {
			return
		}
		q, err := fetchxml.Parse(text.Slice(from, to))
		if bad := (*fetchxml.Error)(nil); errors.As(err, &bad) && isWhole {
			r.problem(bad.Pos, "a query of the "+of.title()+" cannot be read: "+bad.Message)
		}
		if q != nil {
			r.embed(n, q, of)
		}
		at = to
	}
}

// nextQuery returns where the next query of a text begins and ends, from an offset
// on; -1 where there is none.
func nextQuery(text string, at int, isWhole bool) (from, to int) {
	from = strings.Index(text[at:], fetchxml.StartTag)
	if from < 0 {
		return -1, -1
	}
	from += at
	if to = strings.Index(text[from:], fetchxml.EndTag); to >= 0 && !isWhole {
		return from, from + to + len(fetchxml.EndTag)
	}
	return from, len(text)
}

// queriesInJSON reads the queries that are strings of a JSON text. One that is
// broken may be anything.
func (r *reader) queriesInJSON(n xmltree.Node, of *Component) {
	text := r.unescaped(n)
	whole := text.String()
	tree := jsontree.Limits{Nodes: maxJSON}.Parse([]byte(whole), 1)
	left := maxQueries
	for c := range strs(tree.Root) {
		s, _ := c.Text()
		if !strings.HasPrefix(strings.TrimSpace(s), fetchxml.StartTag) || left == 0 {
			continue
		}
		left--
		if q, err := fetchxml.Parse(spelled(text, whole, c)); err == nil {
			r.embed(n, q, of)
		}
	}
}

// spelled returns the value of a string of a JSON text with its places. The text
// is given as such too.
func spelled(text *fetchxml.Text, whole string, n *jsontree.Node) *fetchxml.Text {
	start, end := int(n.Pos())-1, int(n.End())-1
	s := whole[start:end]
	value := new(fetchxml.Text)
	for p := range jsontree.Spelling(s) {
		if p.Text == s[p.Start:p.End] {
			value.AppendSlice(text, start+p.Start, start+p.End)
		} else {
			value.AppendFor(p.Text, text.Pos(start+p.Start), text.End(start+p.End))
		}
	}
	return value
}

// strs yields a JSON value if it is a string, and the strings in it.
func strs(n *jsontree.Node) func(func(*jsontree.Node) bool) {
	return func(yield func(*jsontree.Node) bool) { eachString(n, yield) }
}

func eachString(n *jsontree.Node, yield func(*jsontree.Node) bool) bool {
	if _, ok := n.Text(); ok {
		return yield(n)
	}
	for _, c := range n.Members() {
		if !eachString(c, yield) {
			return false
		}
	}
	for _, c := range n.Items() {
		if !eachString(c, yield) {
			return false
		}
	}
	return true
}
