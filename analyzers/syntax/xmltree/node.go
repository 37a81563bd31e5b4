package xmltree

import (
	"iter"
	"strings"

	"github.com/beevik/etree"
)

// blanks are what the text of an element is trimmed of.
const blanks = " \t\r\n"

// A Node is an element together with its place. The zero Node is no element: it
// has no children, no text and no place, so that a way through a tree can be
// followed to its end before it is looked at.
type Node struct {
	Element *etree.Element // nil for the zero Node

	doc   *Document
	index int // of the place
}

// Root returns the root element, the zero Node where there is none.
func (d *Document) Root() Node {
	if root := d.Tree.Root(); root != nil {
		return Node{root, d, 0}
	}
	return Node{}
}

// Node returns the node of an element of the tree. It costs a walk up to the
// root and past the elements before e on each level.
func (d *Document) Node(e *etree.Element) Node {
	parent := e.Parent()
	if parent == nil || parent == &d.Tree.Element {
		return d.Root()
	}
	for n := range d.Node(parent).Children() {
		if n.Element == e {
			return n
		}
	}
	return Node{}
}

// IsSet reports whether n is an element.
func (n Node) IsSet() bool { return n.Element != nil }

// Tag returns the name of the element without its prefix, empty for the zero Node.
func (n Node) Tag() string {
	if n.Element == nil {
		return ""
	}
	return n.Element.Tag
}

// Children returns the elements directly below n.
func (n Node) Children() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if n.Element == nil {
			return
		}
		index := n.index + 1
		for _, token := range n.Element.Child {
			e, ok := token.(*etree.Element)
			if !ok {
				continue
			}
			if !yield(Node{e, n.doc, index}) {
				return
			}
			index = n.doc.places[index].next
		}
	}
}

// Named returns the elements of one name directly below n.
func (n Node) Named(tag string) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for c := range n.Children() {
			if c.Element.Tag == tag && !yield(c) {
				return
			}
		}
	}
}

// Below returns all elements below n in document order.
func (n Node) Below() iter.Seq[Node] {
	return func(yield func(Node) bool) { n.below(yield) }
}

func (n Node) below(yield func(Node) bool) bool {
	for c := range n.Children() {
		if !yield(c) || !c.below(yield) {
			return false
		}
	}
	return true
}

// Child follows a path of names, taking the first element of each name.
func (n Node) Child(path ...string) Node {
	for _, tag := range path {
		n = n.first(tag)
	}
	return n
}

func (n Node) first(tag string) Node {
	for c := range n.Named(tag) {
		return c
	}
	return Node{}
}

// Text returns the text directly in n without the blanks around it.
func (n Node) Text() string {
	if n.Element == nil {
		return ""
	}
	var first string
	var all []string
	for _, token := range n.Element.Child {
		switch t, ok := token.(*etree.CharData); {
		case !ok:
		case first == "":
			first = t.Data
		default:
			all = append(all, t.Data)
		}
	}
	if all != nil {
		first += strings.Join(all, "")
	}
	return strings.Trim(first, blanks)
}

// Attr returns the value of an attribute, which is named as it is written,
// "xsi:nil" say, and whether n has it.
func (n Node) Attr(key string) (string, bool) {
	if i := n.attr(key); i >= 0 {
		return n.Element.Attr[i].Value, true
	}
	return "", false
}

// attr returns the index of an attribute, -1 where n has none of that name.
func (n Node) attr(key string) int {
	if n.Element == nil {
		return -1
	}
	prefix, local, _ := strings.Cut(key, ":")
	for i := range n.Element.Attr {
		a := &n.Element.Attr[i]
		if a.Space == "" && a.Key == key || a.Space != "" && a.Space == prefix && a.Key == local {
			return i
		}
	}
	return -1
}

// Span returns the bytes from the start tag to the end tag.
func (n Node) Span() Span {
	if n.Element == nil {
		return Span{}
	}
	p := n.doc.places[n.index]
	return Span{p.start, p.end}
}

// StartTag returns the bytes of the start tag.
func (n Node) StartTag() Span {
	if n.Element == nil {
		return Span{}
	}
	p := n.doc.places[n.index]
	return Span{p.start, p.tagEnd}
}

// Content returns the bytes between the tags without the blanks around them. It
// is empty and lies after the start tag where there is nothing else.
func (n Node) Content() Span {
	if n.Element == nil {
		return Span{}
	}
	p := n.doc.places[n.index]
	inner := n.doc.text[p.tagEnd:p.end]
	if end := strings.LastIndex(inner, "</"); end >= 0 {
		inner = inner[:end]
	}
	right := strings.TrimRight(inner, blanks)
	start := p.tagEnd + len(right) - len(strings.TrimLeft(right, blanks))
	if right == "" {
		return Span{p.tagEnd, p.tagEnd}
	}
	return Span{start, p.tagEnd + len(right)}
}

// AttrSpan returns the bytes of an attribute's value within its quotes, and the
// start tag where n has no such attribute.
func (n Node) AttrSpan(key string) Span {
	i := n.attr(key)
	if i < 0 {
		return n.StartTag()
	}
	return n.doc.values[n.doc.places[n.index].values+i]
}
