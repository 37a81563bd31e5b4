package customizations

import (
	"errors"
	"go/token"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

const (
	fetchStart = "<fetch"
	fetchEnd   = "</fetch>"
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
		if c.Tag() == "fetch" && r.detail(c) {
			r.query(fetchxml.Read(r.Reader, c), of)
		}
	}
	text := strings.TrimSpace(n.Text())
	switch {
	case !strings.Contains(text, fetchStart) || len(text) > maxHost || !r.detail(n):
	case strings.HasPrefix(text, "{") || strings.HasPrefix(text, "["):
		r.queriesInJSON(r.Text(n), of)
	default:
		r.queriesInText(n, of)
	}
}

func (r *reader) query(q *fetchxml.Query, of *Component) {
	r.m.Embedded = append(r.m.Embedded, Query{
		Query: q, Of: of.Ref(), Title: of.title(), IsFilter: true, IsGenerated: of.Type == component.AIProject,
	})
}

// title says in words what of a component holds a query: AI project "Detect
// Language", offline filter of "contoso_visit".
func (c *Component) title() string {
	if c.Type == component.Table {
		return `offline filter of "` + c.Ref().Name + `"`
	}
	return c.Type.String() + ` "` + c.Ref().Name + `"`
}

// queriesInText reads the queries of a text that is escaped. A text that is to be
// a query and is none is a problem; in a longer one it may be anything.
func (r *reader) queriesInText(n xmltree.Node, of *Component) {
	span := n.Content()
	text := fetchxml.Unescape(string(r.file.Text[span.Start:span.End]), r.file.Pos(span.Start))
	isWhole := strings.HasPrefix(strings.TrimSpace(text.Text), fetchStart)
	at := 0
	for range maxQueries {
		from, to := nextQuery(text.Text, at, isWhole)
		if from < 0 {
			return
		}
		q, err := fetchxml.Parse(text.Text[from:to], sliced{text, from})
		if bad := (*fetchxml.Error)(nil); errors.As(err, &bad) && isWhole {
			r.problem(bad.Pos, "a query of "+of.title()+" cannot be read: "+bad.Message)
		}
		if q != nil {
			r.query(q, of)
		}
		at = to
	}
}

// nextQuery returns where the next query of a text begins and ends, from an offset
// on; -1 where there is none.
func nextQuery(text string, at int, isWhole bool) (from, to int) {
	from = strings.Index(text[at:], fetchStart)
	if from < 0 {
		return -1, -1
	}
	from += at
	if to = strings.Index(text[from:], fetchEnd); to >= 0 && !isWhole {
		return from, from + to + len(fetchEnd)
	}
	return from, len(text)
}

// sliced is the place of a part of a text.
type sliced struct {
	leaves.Places
	from int
}

// Pos implements leaves.Places.
func (s sliced) Pos(offset int) token.Pos { return s.Places.Pos(s.from + offset) }

// queriesInJSON reads the queries that are strings of a JSON text. Their place is
// that of the whole text: it is escaped more than once.
func (r *reader) queriesInJSON(text model.Text, of *Component) {
	if !strings.Contains(text.Value, fetchStart) || len(text.Value) > maxHost || of.Unmodified {
		return
	}
	tree := jsontree.Limits{Nodes: maxJSON}.Parse([]byte(text.Value), 1)
	left := maxQueries
	r.queriesOf(tree.Root, fixed(text.From), of, &left)
}

// queriesOf reads the queries among the strings of a JSON value, as many as are
// left.
func (r *reader) queriesOf(n *jsontree.Node, at fixed, of *Component, left *int) {
	for _, c := range n.Members() {
		r.queriesOf(c, at, of, left)
	}
	for _, c := range n.Items() {
		r.queriesOf(c, at, of, left)
	}
	text, _ := n.Text()
	if text = strings.TrimSpace(text); !strings.HasPrefix(text, fetchStart) || *left == 0 {
		return
	}
	*left--
	if q, err := fetchxml.Parse(text, at); err == nil {
		r.query(q, of)
	}
}

// fixed is the place of all bytes of a text.
type fixed token.Pos

// Pos implements leaves.Places.
func (f fixed) Pos(int) token.Pos { return token.Pos(f) }
