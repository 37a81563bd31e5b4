package customizations

import (
	"go/token"
	"iter"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// The limits of what a model holds; real solutions stay far below them. A file
// that is made of nothing but empty components must not fill the memory.
const (
	maxComponents = 100_000   // components other than columns
	maxDetails    = 1_000_000 // columns, controls, handlers and the like
)

// A reader fills a model from elements, whichever file they stand in.
type reader struct {
	*leaves.Reader // of the file being read
	m              *Model
	files          *source.Files
	stream         *xmltree.Stream
	records, sets  *xmltree.Stream // for files of their own of what has no reader of its own
	file           *source.File    // being read
	source         string          // its name

	details int
	full    bool // a limit was reached

	tables map[string]*Table // of unpacked sources, by their folder in lower case
	loose  []loosePart       // in files of their own, whose table is still to be found
}

func newReader(m *Model, files *source.Files) *reader {
	r := &reader{Reader: leaves.NewReader(nil), m: m, files: files, tables: make(map[string]*Table)}
	r.stream = xmltree.NewStream(r.streamParts()...)
	r.records = xmltree.NewStream(xmltree.Part{Path: "*", Read: r.unless(r.loneRecord)})
	r.sets = xmltree.NewStream(xmltree.Part{Path: "*/*", Read: r.unless(r.unknown)})
	return r
}

// unless returns a function that reads an element unless a limit was reached.
func (r *reader) unless(read func(xmltree.Node)) func(xmltree.Node) {
	return func(n xmltree.Node) {
		if !r.full {
			read(n)
		}
	}
}

// streamParts returns the parts as the stream knows them: where they stand in
// customizations.xml, and in files of their own.
func (r *reader) streamParts() []xmltree.Part {
	var list []xmltree.Part
	for _, p := range parts() {
		read := r.unless(func(n xmltree.Node) { p.read(r, n) })
		if p.path != "" {
			list = append(list, xmltree.Part{Path: root + "/" + p.path, Skip: p.skip, Only: p.only, Read: read})
		}
		if lone := p.lonePath(); lone != "*" {
			list = append(list, xmltree.Part{Path: lone, Skip: p.skip, Only: p.only, Read: read})
		}
	}
	return list
}

// lonePath returns the path to the part in a file of its own.
func (p *part) lonePath() string {
	if p.alone != "" {
		return p.alone
	}
	return p.path[strings.LastIndexByte(p.path, '/')+1:]
}

func (r *reader) problem(pos token.Pos, message string) {
	r.m.Problems = append(r.m.Problems, unit.Problem{Member: r.source, Pos: pos, Message: message})
}

// component reads what every component has and takes it into the model.
func (r *reader) component(c *Component, n xmltree.Node, t component.Type, name, id model.Text) {
	*c = Component{
		Range:      r.Tag(n),
		Type:       t,
		Name:       name,
		ID:         r.GUID(id),
		Source:     r.source,
		Unmodified: isUnmodified(n),
	}
	r.m.Components = append(r.m.Components, c)
	if len(r.m.Components) > maxComponents {
		r.stop(c.From)
	}
}

// detail counts a part of a component and reports whether it may be read.
func (r *reader) detail(n xmltree.Node) bool {
	if r.details++; r.details > maxDetails {
		r.stop(r.Tag(n).From)
	}
	return !r.full
}

// list yields the items of a list, each of which counts as a detail.
func (r *reader) list(n xmltree.Node, container, item string) iter.Seq[xmltree.Node] {
	return func(yield func(xmltree.Node) bool) {
		for list := range n.Named(container) {
			for c := range list.Named(item) {
				if !r.detail(c) || !yield(c) {
					return
				}
			}
		}
	}
}

func (r *reader) stop(pos token.Pos) {
	if !r.full {
		r.full = true
		r.problem(pos, "the solution holds more components than are read; what follows is not checked")
	}
}

// number reads the text of an element below n, as do int, flag and guid.
func number[T ~int](r *reader, n xmltree.Node, path ...string) model.Number[T] {
	return leaves.Number[T](r.Text(n, path...))
}

func (r *reader) int(n xmltree.Node, path ...string) model.Int {
	return leaves.Int(r.Text(n, path...))
}

func (r *reader) flag(n xmltree.Node, path ...string) model.Flag {
	return leaves.Flag(r.Text(n, path...))
}

func (r *reader) guid(n xmltree.Node, path ...string) model.Text {
	return r.GUID(r.Text(n, path...))
}

// named returns the first of some values that is there: an element's text or an
// attribute.
func (r *reader) named(n xmltree.Node, names ...string) model.Text {
	for _, name := range names {
		if t := r.Text(n, name); t.Value != "" {
			return t
		}
		if t := r.Attr(n, name); t.Value != "" {
			return t
		}
	}
	return model.Text{}
}

// inner reads what a component has that is only listed with the one it is in.
func (r *reader) inner(n xmltree.Node, t component.Type, name, id model.Text) Component {
	return Component{Range: r.Tag(n), Type: t, Name: name, ID: r.GUID(id), Source: r.source, Unmodified: isUnmodified(n)}
}

// isUnmodified reports whether an element is a mere reference, exported only because
// another part refers to it.
func isUnmodified(n xmltree.Node) bool {
	unmodified, _ := n.Attr("unmodified")
	return unmodified == "1"
}
