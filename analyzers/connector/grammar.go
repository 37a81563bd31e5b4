package connector

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/near"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// A Misfit is a place where a definition departs from what its objects may hold.
type Misfit struct {
	model.Range
	Kind   MisfitKind
	Object string   // the kind of object: "operation", "x-ms-dynamic-list"
	Name   string   // of the property; empty for an item
	Got    string   // the kind of value that is there, or the value
	Want   []string // the kinds or values that may be there, sorted as the grammar has them
	// Extension says that the place is in an extension of Microsoft's or is the name
	// of one.
	Extension bool
}

// MisfitKind is the way in which a definition departs.
type MisfitKind int

// The ways.
const (
	Absent    MisfitKind = iota + 1 // a property that must be there is not
	WrongKind                       // a value is of another kind
	OddValue                        // a string is none of those allowed
	Unknown                         // a name that the object does not know
	Elsewhere                       // an extension that belongs to other objects, which Want names
	Mistyped                        // a name that begins with "x-ms-" and nobody knows; Want has those that are near
	Later                           // a keyword of OpenAPI 3 or of JSON Schema that OpenAPI 2.0 does not have
)

//go:embed grammar.txt
var grammarText string

// A shape is an object of the grammar.
type shape struct {
	name       string
	extensible bool
	properties map[string]*property
	other      *property // for names of one's own
	required   []string
}

// A property says what a value may be.
type property struct {
	name   string
	kind   string // "string" …, or the name of a shape
	list   bool
	table  bool
	values []string
}

// A grammar is what objects may hold.
type grammar struct {
	shapes map[string]*shape
	homes  map[string][]string // the objects that may have an extension
	proper map[string][]string // those of them that it is meant for
	names  []string            // of all extensions, sorted
}

var knownGrammar = sync.OnceValue(func() *grammar { return readGrammar(grammarText) })

func readGrammar(text string) *grammar {
	g := &grammar{shapes: make(map[string]*shape), homes: make(map[string][]string), proper: make(map[string][]string)}
	var s *shape
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || line[0] == '#':
		case line[0] != ' ':
			s = &shape{name: words[0], extensible: len(words) > 1, properties: make(map[string]*property)}
			g.shapes[s.name] = s
		default:
			g.add(s, words)
		}
	}
	for name := range g.homes {
		g.names = append(g.names, name)
	}
	slices.Sort(g.names)
	return g
}

func (g *grammar) add(s *shape, words []string) {
	name, needed := strings.CutPrefix(words[0], "!")
	p := &property{name: name}
	if len(words) > 1 {
		p.kind, p.values = words[1], words[2:]
		p.list, p.table = p.kind[0] == '[', p.kind[0] == '{'
		p.kind = strings.Trim(p.kind, "[]{}")
	}
	if needed {
		s.required = append(s.required, name)
	}
	if name == "*" {
		s.other = p
		return
	}
	s.properties[name] = p
	if strings.HasPrefix(name, "x-ms-") {
		g.homes[name] = append(g.homes[name], s.name)
	}
	if strings.HasPrefix(name, "x-ms-") && p.kind != "any" {
		g.proper[name] = append(g.proper[name], s.name)
	}
}

// later are keywords that OpenAPI 2.0 does not have and its successors do.
const later = " oneOf anyOf not nullable writeOnly const patternProperties additionalItems dependencies contains propertyNames if then else " +
	"components servers requestBody content callbacks links deprecated $schema $id $defs definitions examples "

// A checker compares a document with the grammar.
type checker struct {
	grammar *grammar
	misfits []Misfit
	strange map[string]string // what names that are not known are slips of
}

// misfit compares the definition with what its objects may hold. What is not
// OpenAPI 2.0 has none.
func (d *Definition) misfit() []Misfit {
	c := &checker{grammar: knownGrammar(), strange: make(map[string]string)}
	c.object(d.Tree.Root, model.Range{From: d.Tree.Root.Pos(), To: d.Tree.Root.Pos()}, c.grammar.shapes["root"], false)
	return c.misfits
}

func (c *checker) add(at model.Range, kind MisfitKind, s *shape, name, got string, want []string, inside bool) {
	c.misfits = append(c.misfits, Misfit{at, kind, s.name, name, got, want, inside || strings.HasPrefix(name, "x-ms-")})
}

// object compares one object. at is where it is named; inside says that it is
// part of an extension.
func (c *checker) object(n *Node, at model.Range, s *shape, inside bool) {
	if n.Get("$ref") != nil && s.properties["$ref"] != nil {
		return // what stands beside a reference counts for nothing
	}
	for _, name := range s.required {
		if n.Get(name) == nil {
			c.add(at, Absent, s, name, "", nil, inside)
		}
	}
	for key, v := range n.Members() {
		name := keyOf(key)
		p := s.properties[key.Name]
		switch {
		case p != nil:
			c.value(v, name.Range, s, p, inside || strings.HasPrefix(key.Name, "x-ms-"))
		case strings.HasPrefix(key.Name, "x-"):
			c.extension(name, s, inside)
		case s.other != nil:
			c.value(v, name.Range, s, s.other, inside)
		case strings.Contains(later, " "+key.Name+" ") && !inside:
			c.add(name.Range, Later, s, key.Name, "", nil, inside)
		default:
			c.add(name.Range, Unknown, s, key.Name, "", nil, inside)
		}
	}
}

func (c *checker) extension(name model.Text, s *shape, inside bool) {
	key := name.Value
	if homes := c.grammar.homes[key]; len(homes) > 0 {
		if proper := c.grammar.proper[key]; len(proper) > 0 {
			homes = proper
		}
		c.add(name.Range, Elsewhere, s, key, "", homes, true)
		return
	}
	if meant := c.meant(key); meant != "" {
		c.add(name.Range, Mistyped, s, key, "", []string{meant}, true)
		return
	}
	if !strings.HasPrefix(key, "x-ms-") && !s.extensible && s.other == nil {
		c.add(name.Range, Unknown, s, key, "", nil, inside)
	}
}

// maxStrange bounds how many names of different spelling are compared with those
// that are known.
const maxStrange = 1 << 10

// meant is [grammar.meant], once for each spelling.
func (c *checker) meant(key string) string {
	meant, ok := c.strange[key]
	if !ok && len(c.strange) < maxStrange && len(key) <= len("x-ms-long-running-operation-options")+2 {
		meant = c.grammar.meant(key)
		c.strange[key] = meant
	}
	return meant
}

// meant returns the extension that a name is a slip of, empty for none. Names that
// differ in more than two letters, or short ones in more than one, are others.
func (g *grammar) meant(key string) string {
	best, least := "", 3
	if len(key) < len("x-ms-summary") {
		least = 2
	}
	for _, name := range g.names {
		if d := near.Distance(strings.ToLower(key), strings.ToLower(name)); d < least {
			best, least = name, d
		}
	}
	return best
}

// value compares the value of a property.
func (c *checker) value(n *Node, at model.Range, s *shape, p *property, inside bool) {
	switch {
	case p.kind == "any":
	case p.list:
		if c.is(n, at, s, p, "array", inside) {
			for _, item := range n.Items() {
				c.single(item, rangeOf(item), s, p, inside)
			}
		}
	case p.table:
		if c.is(n, at, s, p, "object", inside) {
			for key, v := range n.Members() {
				c.single(v, keyOf(key).Range, s, p, inside)
			}
		}
	default:
		c.single(n, at, s, p, inside)
	}
}

// is reports whether n is of the kind, and tells if it is not.
func (c *checker) is(n *Node, at model.Range, s *shape, p *property, kind string, inside bool) bool {
	if kindOf(n) == kind || n.Is(jsontree.Missing) {
		return kindOf(n) == kind
	}
	if kind == "number" && kindOf(n) == "integer" {
		return true
	}
	c.add(model.At(rangeOf(n), at), WrongKind, s, p.name, kindOf(n), []string{kind}, inside)
	return false
}

func (c *checker) single(n *Node, at model.Range, s *shape, p *property, inside bool) {
	switch p.kind {
	case "any":
	case "additional":
		if !n.Is(jsontree.Boolean) && c.is(n, at, s, p, "object", inside) {
			c.object(n, at, c.grammar.shapes["schema"], inside)
		}
	case "string", "number", "integer", "boolean":
		if c.is(n, at, s, p, p.kind, inside) && !p.allows(n) {
			c.add(rangeOf(n), OddValue, s, p.name, n.Literal(), p.values, inside)
		}
	default:
		if inner := c.grammar.shapes[p.kind]; c.is(n, at, s, p, "object", inside) {
			c.object(n, at, inner, inside && inner.name != "schema")
		}
	}
}

// allows reports whether a value is one of those listed, if some are. A visibility
// may be empty, which the documentation of versions calls the normal one.
func (p *property) allows(n *Node) bool {
	isUnset := p.name == "x-ms-visibility" && n.Literal() == ""
	return len(p.values) == 0 || isUnset || slices.Contains(p.values, n.Literal())
}

// kindOf names the kind of a value as OpenAPI names types.
func kindOf(n *Node) string {
	if n.Is(jsontree.Number) {
		if f, _ := n.Float(); f == float64(int64(f)) {
			return "integer"
		}
	}
	return n.Kind().String()
}
