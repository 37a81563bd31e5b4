package xmltree

import "strings"

// A Part is a kind of element that a [Stream] hands out.
type Part struct {
	// Path leads to it from the root: "ImportExportXml/Workflows/Workflow". The name
	// "*" stands for those that no other path has at its place.
	Path string
	// Skip are paths from it to elements whose content is not wanted. They are in
	// the tree with their attributes and their place.
	Skip []string
	// Only are paths from it to elements beside which nothing else is wanted: what
	// has the same parent and is not named is not in the tree at all.
	Only []string
	// Read takes an element. The tree and its strings are good until it returns.
	Read func(Node)
}

// A Stream reads large documents part by part. It keeps the memory of the largest
// part that it has read, and the last document.
type Stream struct {
	root    *branch
	builder *builder

	// The document being read.
	walker
	way   []*branch // from the root to the innermost open element, up to where it is quiet
	quiet int       // levels down to the element whose content is passed over; 0 for none
	gone  bool      // that element is not in the tree
	part  *Part     // the part being built
	depth int       // its level
}

// A branch is what is wanted at one path and below it.
type branch struct {
	below map[string]*branch
	part  *Part
	skip  bool // its content is not wanted
	only  bool // of what is below, only what is in below is wanted
}

// next returns what is wanted at one name below b, nil for nothing in particular.
func (b *branch) next(name string) *branch {
	if b == nil {
		return nil
	}
	if next := b.below[name]; next != nil {
		return next
	}
	return b.below["*"]
}

func (b *branch) grow(path string) *branch {
	for name := range strings.SplitSeq(path, "/") {
		next := b.below[name]
		if next == nil {
			next = new(branch)
			if b.below == nil {
				b.below = make(map[string]*branch)
			}
			b.below[name] = next
		}
		b = next
	}
	return b
}

// NewStream returns a stream that hands out the parts. No part may lie within
// another one.
func NewStream(parts ...Part) *Stream {
	s := &Stream{root: new(branch)}
	for i := range parts {
		b := s.root.grow(parts[i].Path)
		b.part = &parts[i]
		for _, path := range parts[i].Skip {
			b.grow(path).skip = true
		}
		for _, path := range parts[i].Only {
			parent := b
			if j := strings.LastIndexByte(path, '/'); j >= 0 {
				parent = b.grow(path[:j])
			}
			parent.only = true
			b.grow(path)
		}
	}
	return s
}

// Read reads a document and returns the name of its root element, empty where
// there is none. Each part is handed out when its end tag has been read. If the
// document is not well-formed, the error is an *[Error]; the parts that end before
// that place have been handed out.
func (s *Stream) Read(text []byte) (root string, err error) {
	s.begin(view(text))
	if err := checkText(s.s); err != nil {
		return "", err
	}
	for {
		k, err := s.step()
		if err != nil || k == endOfText {
			return root, err
		}
		if root == "" && k == startTag {
			root = s.name.s
		}
		if err := s.take(k); err != nil {
			return root, err
		}
	}
}

func (s *Stream) begin(text string) {
	s.walker = walker{lexer: lexer{s: text, attributes: s.attributes}, open: s.open[:0]}
	s.way = append(s.way[:0], s.root)
	s.quiet, s.part = 0, nil
	if s.builder == nil {
		s.builder = newBuilder("")
	}
	s.builder.doc.text = text
}

// take makes use of the token just read.
func (s *Stream) take(k kind) error {
	switch {
	case k == endTag:
		return s.leave()
	case s.quiet > 0:
		return nil
	case k == startTag:
		return s.enter()
	case s.part != nil:
		return s.builder.add(k, &s.lexer)
	}
	return nil
}

func (s *Stream) enter() error {
	above := s.way[len(s.way)-1]
	next := above.next(s.name.s)
	if s.part == nil && next != nil && next.part != nil {
		s.part, s.depth = next.part, len(s.open)
		s.builder.reset()
	}
	unwanted := next == nil && (s.part == nil || above != nil && above.only)
	if s.part != nil && !unwanted {
		if err := s.builder.add(startTag, &s.lexer); err != nil {
			return err
		}
	}
	switch {
	case s.empty:
		s.handOut(next != nil && next.part != nil)
	case unwanted || next != nil && next.skip:
		s.quiet, s.gone = len(s.open), unwanted
	default:
		s.way = append(s.way, next)
	}
	return nil
}

func (s *Stream) leave() error {
	switch {
	case s.quiet > len(s.open):
		s.quiet = 0
		if s.gone {
			return nil
		}
	case s.quiet > 0:
		return nil
	default:
		s.way = s.way[:len(s.way)-1]
	}
	if s.part == nil {
		return nil
	}
	if err := s.builder.add(endTag, &s.lexer); err != nil {
		return err
	}
	s.handOut(len(s.open) < s.depth)
	return nil
}

// handOut hands out the part if it is complete.
func (s *Stream) handOut(complete bool) {
	if complete {
		s.part.Read(s.builder.doc.Root())
		s.part = nil
	}
}
