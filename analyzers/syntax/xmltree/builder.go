package xmltree

import "github.com/beevik/etree"

// A builder makes trees of tokens. It keeps the memory of one tree for the next.
type builder struct {
	doc   Document
	nodes int // elements, attributes and texts of the tree

	parent *etree.Element
	open   []int // indices of the places of the open elements

	elements slab[etree.Element]
	texts    slab[etree.CharData]
}

func newBuilder(text string) *builder {
	b := &builder{doc: Document{Tree: etree.NewDocument(), text: text}}
	b.parent = &b.doc.Tree.Element
	return b
}

// reset begins a new tree. The one before must not be used any more.
func (b *builder) reset() {
	b.doc.Tree.Child = b.doc.Tree.Child[:0]
	b.doc.places = b.doc.places[:0]
	b.doc.values = b.doc.values[:0]
	b.parent = &b.doc.Tree.Element
	b.open = b.open[:0]
	b.elements.used, b.texts.used = 0, 0
	b.nodes = 0
}

// add adds the lexer's token.
func (b *builder) add(k kind, l *lexer) error {
	switch k {
	case startTag:
		b.start(l)
	case endTag:
		b.end(l.pos)
	case charData:
		b.text(l)
	case other, endOfText:
	}
	if b.nodes > MaxNodes {
		return &Error{l.start, "the element holds too much", true}
	}
	return nil
}

func (b *builder) start(l *lexer) {
	e := b.elements.take()
	*e = etree.Element{Attr: e.Attr[:0], Child: e.Child[:0]}
	e.Space, e.Tag = l.name.split()
	values := len(b.doc.values)
	for _, a := range l.attributes {
		value := l.s[a.value.Start:a.value.End]
		if !a.value.plain {
			value = resolve(value, false)
		}
		prefix, key := a.name.split()
		e.Attr = append(e.Attr, etree.Attr{Space: prefix, Key: key, Value: value})
		b.doc.values = append(b.doc.values, a.value.Span)
	}
	b.nodes += 1 + len(l.attributes)
	b.parent.AddChild(e)

	index := len(b.doc.places)
	b.doc.places = append(b.doc.places, place{l.start, l.pos, l.pos, index + 1, values})
	if !l.empty {
		b.parent = e
		b.open = append(b.open, index)
	}
}

// end ends the innermost open element at an offset.
func (b *builder) end(offset int) {
	last := len(b.open) - 1
	p := &b.doc.places[b.open[last]]
	p.end, p.next = offset, len(b.doc.places)
	b.open = b.open[:last]
	b.parent = b.parent.Parent()
}

func (b *builder) text(l *lexer) {
	s := l.s[l.data.Start:l.data.End]
	if len(b.open) == 0 || isBlank(s) && !l.literal {
		return
	}
	if !l.data.plain {
		s = resolve(s, l.literal)
	}
	t := b.texts.take()
	*t = etree.CharData{Data: s}
	b.parent.AddChild(t)
	b.nodes++
}

// finish ends what is open and returns the tree.
func (b *builder) finish(offset int) *Document {
	for len(b.open) > 0 {
		b.end(offset)
	}
	return &b.doc
}

// A slab hands out values that lie side by side, and the same ones again once
// used is set back.
type slab[T any] struct {
	pages [][]T
	used  int
}

const pageSize = 256

func (s *slab[T]) take() *T {
	page := s.used / pageSize
	if page == len(s.pages) {
		s.pages = append(s.pages, make([]T, pageSize))
	}
	v := &s.pages[page][s.used%pageSize]
	s.used++
	return v
}
