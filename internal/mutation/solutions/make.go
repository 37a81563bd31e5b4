package solutions

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// A Source is a solution that defects are made in. It is not safe for concurrent
// use.
type Source struct {
	Name    string
	Package Package

	docs map[string]*xmltree.Document // nil for a member that is no XML
}

// NewSource returns a source.
func NewSource(name string, p Package) *Source {
	return &Source{name, p, make(map[string]*xmltree.Document)}
}

func (s *Source) doc(member string) *xmltree.Document {
	doc, ok := s.docs[member]
	if !ok {
		if text := s.Package[member]; text != nil {
			if d, err := xmltree.Parse(text); err == nil {
				doc = d
			}
		}
		s.docs[member] = doc
	}
	return doc
}

// A Mutant is a solution with one defect.
type Mutant struct {
	Source  *Source
	Defect  *Defect
	Package Package
	At      Place // where the defect is to be found
	Shift   []Shift
}

// maxTried is the number of places that are tried in one source.
const maxTried = 400

// Make makes the defect in a solution, at one of the places that fit, which random
// chooses. It returns nil where no place fits.
func (d *Defect) Make(s *Source, random *rand.Rand) (*Mutant, error) {
	m := &maker{source: s, random: random}
	if !m.try(d.edits) || m.err != nil {
		return nil, m.err
	}
	mutant, err := m.apply()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.Rule, err)
	}
	mutant.Defect = d
	return mutant, nil
}

// A maker goes through the edits of a defect.
type maker struct {
	source *Source
	random *rand.Rand
	picked []node
	splice []splice
	at     *Place // as the text was
	tried  int
	lost   bool // a variable stands for nothing
	err    error
}

// A node is an element and the member that it stands in.
type node struct {
	xmltree.Node
	member string
	doc    *xmltree.Document
}

// try makes the edits in turn and reports whether each had a place. A pick is
// followed by the others with each of the elements that fit, until they do.
func (m *maker) try(edits []edit) bool {
	for i := range edits {
		e := &edits[i]
		if e.verb == "pick" {
			return m.pick(e, edits[i+1:])
		}
		if !m.do(e) || m.err != nil || m.lost {
			m.lost = false
			return false
		}
	}
	return true
}

func (m *maker) pick(e *edit, rest []edit) bool {
	fit := m.find(e.path)
	picked, splices, at := m.picked, m.splice, m.at
	for _, i := range m.random.Perm(len(fit)) {
		if m.tried++; m.tried > maxTried {
			return false
		}
		m.picked, m.splice, m.at = append(slices.Clip(picked), fit[i]), slices.Clip(splices), at
		if m.try(rest) {
			return true
		}
	}
	return false
}

// find returns the elements that a path leads to.
func (m *maker) find(p trail) []node {
	var list []node
	for _, start := range m.starts(p) {
		for n := range p.all(start.Node, m.expand) {
			list = append(list, node{n, start.member, start.doc})
		}
	}
	return list
}

// starts returns the elements that a path begins at: those of all members where the
// name of its member has a star.
func (m *maker) starts(p trail) []node {
	if !strings.Contains(p.member, "*") {
		if start := m.start(p); start.IsSet() {
			return []node{start}
		}
		return nil
	}
	var list []node
	for _, name := range slices.Sorted(maps.Keys(m.source.Package)) {
		if ok, err := path.Match(p.member, name); ok && err == nil && m.source.doc(name) != nil {
			list = append(list, node{m.source.doc(name).Root(), name, m.source.doc(name)})
		}
	}
	return list
}

// start returns the element that a path begins at.
func (m *maker) start(p trail) node {
	if p.relative == "" {
		member := customizations
		if p.member != "" {
			member = m.member(p.member)
		}
		doc := m.source.doc(member)
		if doc == nil {
			return node{}
		}
		return node{doc.Root(), member, doc}
	}
	n := m.picked[len(m.picked)-1]
	if p.relative != "." {
		for n.IsSet() && n.Tag() != p.relative {
			n = n.parent()
		}
	}
	return n
}

func (n node) parent() node {
	if e := n.Element.Parent(); e != nil && e.Parent() != nil {
		n.Node = n.doc.Node(e)
		return n
	}
	return node{}
}

// first returns the first element that a path leads to.
func (m *maker) first(p trail) (node, bool) {
	start := m.start(p)
	if start.IsSet() {
		for n := range p.all(start.Node, m.expand) {
			return node{n, start.member, start.doc}, true
		}
	}
	return node{}, false
}

// variable is "${name}": the attribute, or else the text of the child, of that name
// that the element has which was picked last, or one around it, or one that was
// picked before.
var variable = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\$\{(\w+)\}`) })

// freshID is what "${guid}" stands for, an ID that nothing else has, and that comes
// last where files are named after theirs.
const freshID = "fe8d7c6b-5a49-4838-a7b6-c5d4e3f2a1b0"

func (m *maker) expand(s string) string {
	return repeat(variable().ReplaceAllStringFunc(s, func(s string) string {
		name := s[2 : len(s)-1]
		if name == "guid" {
			return freshID
		}
		for _, picked := range slices.Backward(m.picked) {
			if name == "member" {
				return picked.member
			}
			for n := picked; n.IsSet(); n = n.parent() {
				if v, ok := n.Attr(name); ok {
					return v
				}
				if c := n.Child(name); c.IsSet() {
					return c.Text()
				}
			}
		}
		m.lost = true
		return s
	}))
}

// repeated is text that stands there many times, "[[3 a#]]" for "a0a1a2", with "##"
// for the count in two digits.
var repeated = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[\[(\d+) (.*?)\]\]`) })

func repeat(s string) string {
	return repeated().ReplaceAllStringFunc(s, func(s string) string {
		found := repeated().FindStringSubmatch(s)
		n, err := strconv.Atoi(found[1])
		if err != nil {
			return s
		}
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.NewReplacer("##", fmt.Sprintf("%02d", i), "#", strconv.Itoa(i)).Replace(found[2]))
		}
		return b.String()
	})
}

// member returns the name of a member, which customizations.xml writes with a slash
// before it.
func (m *maker) member(name string) string { return strings.TrimLeft(m.expand(name), "/") }
