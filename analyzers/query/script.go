package query

import (
	"bytes"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
)

// scripts reads the strings of scripts and pages that are queries.
func (f *finder) scripts(m *webresource.Model) {
	for _, s := range m.Scripts {
		if !bytes.Contains(s.Source, []byte(fetchxml.StartTag)) {
			continue
		}
		r := &scriptReader{finder: f, s: s, known: make(map[javascript.Node]bool)}
		for n := range s.Nodes() {
			if n.Is(javascript.String, javascript.Template) && r.mayStart(n) {
				r.expression(n)
			}
		}
	}
}

// A scriptReader reads one script.
type scriptReader struct {
	*finder
	s *webresource.Script
	// known are the expressions that were read, with all between them and the
	// strings that led to them.
	known map[javascript.Node]bool
}

// maxLead is the number of bytes among which a string that is a query begins as
// one: blanks and line ends may stand before it.
const maxLead = 200

// mayStart reports whether a string or template may begin as a query, without
// reading it.
func (r *scriptReader) mayStart(n javascript.Node) bool {
	at := n.Span()
	return bytes.Contains(r.s.Source[at.Start:min(at.End, at.Start+maxLead)], []byte(fetchxml.StartTag))
}

// expression reads the outermost sum that a string is part of, once.
func (r *scriptReader) expression(n javascript.Node) {
	for {
		if r.known[n] {
			return
		}
		r.known[n] = true
		outer := sumAround(n)
		if !outer.IsValid() {
			break
		}
		n = outer
	}
	terms := flatten(n)
	if r.steps += len(terms); r.isFull(r.s.In.File.Name) {
		return
	}
	for len(terms) > 0 {
		terms = terms[r.query(terms):]
	}
}

// sumAround returns the expression around one that its text is part of: a sum, or
// a call of a function of strings. It is none where there is no such.
func sumAround(n javascript.Node) javascript.Node {
	p := n.Parent()
	switch p.Kind() {
	case javascript.Binary:
		if p.Operator() == "+" {
			return p
		}
	case javascript.Member: // "a".concat(b), ["a", b].join("")
		if call := p.Parent(); p.Child(0) == n && call.Kind() == javascript.Call && call.Callee() == p && isSum(call) {
			return call
		}
	case javascript.Call:
		if isSum(p) && p.Callee().Name() == "concat" {
			return p
		}
	case javascript.Array, javascript.Template:
		return p
	default:
	}
	return javascript.Node{}
}

// isSum reports whether a call puts strings together, or takes blanks away.
func isSum(call javascript.Node) bool {
	of := call.Callee().Child(0)
	switch call.Callee().Name() {
	case "concat":
		return call.Callee().Is(javascript.Member) && !of.Is(javascript.Array)
	case "trim":
		return call.Callee().Is(javascript.Member)
	case "join":
		separator, ok := call.Argument(0).StringValue()
		return of.Is(javascript.Array) && ok && strings.Trim(separator, blanks) == ""
	}
	return false
}

// maxTerms is the number of parts of a sum that are looked at. A query has a line
// for each of its elements.
const maxTerms = 20_000

// flatten returns the strings and variables that a text is the sum of, in their
// order, as far as there is room.
func flatten(n javascript.Node) []javascript.Node {
	var terms []javascript.Node
	for todo := []javascript.Node{n}; len(todo) > 0 && len(terms) < maxTerms; {
		n, todo = todo[len(todo)-1], todo[:len(todo)-1]
		parts := partsOf(n)
		if parts == nil {
			terms = append(terms, n)
		}
		for _, part := range slices.Backward(parts) {
			todo = append(todo, part)
		}
	}
	return terms
}

// partsOf returns what an expression puts together, nil for a term of its own.
func partsOf(n javascript.Node) []javascript.Node {
	switch n.Kind() {
	case javascript.Binary:
		if n.Operator() == "+" {
			return []javascript.Node{n.Child(0), n.Child(1)}
		}
	case javascript.Template:
		return children(n)
	case javascript.Array:
		return children(n)
	case javascript.Call:
		if isSum(n) {
			parts := []javascript.Node{n.Callee().Child(0)}
			if n.Callee().Name() == "concat" {
				parts = append(parts, n.Arguments()...)
			}
			return parts
		}
	default:
	}
	return nil
}

func children(n javascript.Node) []javascript.Node {
	list := make([]javascript.Node, 0, 4)
	for c := range n.Children() {
		list = append(list, c)
	}
	return list
}

// maxLiteral is the length of a string, as it is written, that can be a query: an
// escape sequence has up to twelve bytes for two.
const maxLiteral = 6 * fetchxml.MaxText

// query reads the query that begins with the first of some terms, and returns how
// many terms it takes: one where none begins there.
func (r *scriptReader) query(terms []javascript.Node) int {
	if !r.isStart(terms[0]) {
		return 1
	}
	q := &Query{Of: r.s.Ref(), Title: `script "` + r.s.In.Name() + `"`, Place: Script}
	text, seen := new(fetchxml.Text), 0
	for i, n := range terms {
		if i > 0 && r.isStart(n) {
			break // the one before it has no end
		}
		if at := n.Span(); text.Len() > fetchxml.MaxText || int(at.End-at.Start) > maxLiteral {
			r.tooLong(q, r.s.In.File.Name)
			break
		}
		r.add(text, n)
		if to := text.Index(fetchxml.EndTag, max(seen-len(fetchxml.EndTag), 0)); to >= 0 {
			_ = r.parse(q, text.Slice(start(text.String()), to+len(fetchxml.EndTag)), r.s.In.File.Name) // what is no XML yet may become it when the script runs
			return i + 1
		}
		seen = text.Len()
	}
	return 1
}

// isStart reports whether a term begins as a query.
func (r *scriptReader) isStart(n javascript.Node) bool {
	if !n.Is(javascript.String, javascript.TemplateText) || !r.mayStart(n) {
		return false
	}
	text, ok := n.StringValue()
	return ok && isStart(text)
}

// add adds what a term stands for to a text: a hole unless it is a string.
func (r *scriptReader) add(text *fetchxml.Text, n javascript.Node) {
	if !n.Is(javascript.String, javascript.TemplateText) {
		at := r.s.Range(n.Span())
		text.AppendFor(fetchxml.Hole, at.From, at.To)
		return
	}
	for p := range n.Spelling() {
		if r.s.IsVerbatim || len(p.Text) > maxExact {
			at := r.s.Range(p.Span)
			text.AppendFor(p.Text, at.From, at.To)
		} else {
			r.addEach(text, p)
		}
	}
}

// maxExact is the length of a string in an attribute of a page, in bytes, up to
// which each of its characters has its own place.
const maxExact = 64 << 10

// addEach adds a piece of a script in whose bytes entities may stand between any
// two characters.
func (r *scriptReader) addEach(text *fetchxml.Text, p javascript.Piece) {
	if int(p.End-p.Start) != len(p.Text) { // an escape sequence
		at := r.s.Range(p.Span)
		text.AppendFor(p.Text, at.From, at.To)
		return
	}
	for i := range len(p.Text) {
		from := p.Start + int32(i)
		at := r.s.Range(javascript.Span{Start: from, End: from + 1})
		text.AppendFor(p.Text[i:i+1], at.From, at.To)
	}
}
