package view

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/near"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

// A grammar tells what of a query the platform refuses: what its list of error
// codes has an error for (QueryBuilder…, TooMany…InQuery), and what the reference
// of FetchXML rules out.
type grammar struct {
	p       *rule.Pass
	q       *query.Query
	linked  map[string]bool // aliases and names of the tables, in lower case
	isOpen  bool            // there may be others
	refused int
}

func newGrammar(p *rule.Pass, q *query.Query) *grammar {
	g := &grammar{p: p, q: q, linked: make(map[string]bool), isOpen: q.Partial}
	for s := range q.Sources() {
		g.linked[strings.ToLower(s.Alias.Value)] = true
		g.linked[strings.ToLower(s.Table.Value)] = true
		g.isOpen = g.isOpen || !isPlain(s.Alias.Value) || !isPlain(s.Table.Value)
	}
	return g
}

// maxRefused is the number of findings for one query. Who has so many mends the
// first and looks again.
const maxRefused = 20

func (g *grammar) judge() {
	g.fetch()
	for s := range g.q.Sources() {
		if g.source(s); g.refused > maxRefused {
			return
		}
	}
}

// refuse reports a part of the query. The format is what the query does, and what
// to do comes after a semicolon.
func (g *grammar) refuse(at analysis.Range, format string, args ...any) {
	if g.refused++; g.refused <= maxRefused {
		reportf(g.p, g.q, at, "is refused: "+format, args...)
	}
}

// The limits of the platform for one query.
const (
	mostLinks = 15
	mostTests = 500 // conditions and links together
)

// fetch looks at the query as a whole.
func (g *grammar) fetch() {
	q := g.q
	if q.Source == nil && !q.Partial {
		g.refuse(q, "it has no element \"entity\", which names the table")
	}
	g.flag("aggregate", q.Aggregate)
	g.flag("distinct", q.Distinct)
	g.flag("no-lock", q.NoLock)
	g.flag("useraworderby", q.RawOrder)
	g.word("mapping", q.Mapping, "logical", "internal")
	g.paging()
	for _, s := range q.Strays {
		g.refuse(s, "the element %q has no business in %q; remove it, or put it where it belongs", s.Name, s.Inside)
	}
	links, tests := g.count()
	if links > mostLinks {
		g.refuse(q, "it links %d tables, and %d are the most; ask in two steps", links, mostLinks)
	}
	if tests > mostTests {
		g.refuse(q, "it has %d conditions and links, and %d are the most; use the operator \"in\"", tests, mostTests)
	}
	g.aliases()
}

func (g *grammar) count() (links, tests int) {
	links = g.q.Links()
	tests = links
	for s := range g.q.Sources() {
		for range s.Conditions() {
			tests++
		}
	}
	return links, tests
}

// paging looks at the two ways to bound the rows, of which a query may have one.
func (g *grammar) paging() {
	q := g.q
	if !q.Top.IsSet() {
		return
	}
	for _, other := range []struct {
		name  string
		isSet bool
	}{{"page", q.Page.IsSet()}, {"paging-cookie", q.PagingCookie.IsSet()}, {"count", q.Count.IsSet()}, {"returntotalrecordcount", q.TotalCount.Value}} {
		if other.isSet {
			g.refuse(q.Top, "\"top\" and %q exclude each other; remove one", other.name)
			return
		}
	}
}

// aliases looks for names that are given twice.
func (g *grammar) aliases() {
	links, columns := make(map[string]bool), make(map[string]bool)
	for s := range g.q.Sources() {
		g.once(links, s.Alias, "linked tables")
		for _, c := range s.Columns {
			g.once(columns, c.Alias, "columns")
		}
	}
}

func (g *grammar) once(seen map[string]bool, alias model.Text, of string) {
	key := strings.ToLower(alias.Value)
	if key != "" && seen[key] && isPlain(alias.Value) {
		g.refuse(alias, "two %s have the alias %q; give one of them another", of, alias.Value)
	}
	seen[key] = true
}

// source looks at the table that is asked, or at a linked one.
func (g *grammar) source(s *fetchxml.Source) {
	if !s.Table.IsSet() {
		g.refuse(s, "a table is not named; add the attribute \"name\"")
	}
	g.word("link-type", s.LinkType, "inner", "outer", "any", "not any", "all", "not all", "exists", "in", "matchfirstrowusingcrossapply", "natural")
	if s.AllColumns.IsSet() && g.q.Aggregate.Value {
		g.refuse(s.AllColumns, "a query with aggregates cannot return all columns; name the ones that it groups by or adds up")
	}
	for _, use := range uses(s) {
		g.webName(use.column)
	}
	for i := range s.Columns {
		g.column(&s.Columns[i])
	}
	for i := range s.Orders {
		g.order(&s.Orders[i])
	}
	for f := range s.Groups() {
		g.word("type", f.Type, "and", "or")
		g.flag("isquickfindfields", f.QuickFind)
	}
	for c := range s.Conditions() {
		if g.condition(c); g.refused > maxRefused {
			return
		}
	}
}

// webName looks for lookups under the names that they have in the Web API alone.
// No column begins with an underscore: a publisher's prefix begins with a letter.
func (g *grammar) webName(column model.Text) {
	inner, begins := strings.CutPrefix(column.Value, "_")
	name, ends := strings.CutSuffix(inner, "_value")
	if begins && ends && isPlain(name) {
		g.refuse(column, "%q is the name of a lookup in the Web API, which queries do not know; write %q", column.Value, name)
	}
}

// flag looks at the value of an attribute that is true or false.
func (g *grammar) flag(name string, f model.Flag) {
	if f.Bad != "" && isPlain(f.Bad) {
		g.refuse(f, "%q is no value of %q; write \"true\" or \"false\"", f.Bad, name)
	}
}

// word looks at the value of an attribute that is one of a few words.
func (g *grammar) word(name string, value model.Text, known ...string) {
	if !value.IsSet() || !isPlain(value.Value) || holds(known, value.Value) {
		return
	}
	hint := near.Hint(value.Value, known)
	if hint == "" {
		hint = `; expected "` + strings.Join(known, `", "`) + `"`
	}
	g.refuse(value, "%q is no value of %q%s", value.Value, name, hint)
}

func holds(list []string, word string) bool {
	for _, w := range list {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// isPlain reports whether a value is what it looks like, and not a place that is
// filled in later.
func isPlain(value string) bool {
	return !strings.ContainsFunc(value, func(r rune) bool {
		return r != ' ' && r != '-' && r != '_' && r != '.' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
}
