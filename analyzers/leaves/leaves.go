// Package leaves reads the leaves of typed models out of XML.
//
// The strings of leaves never share the memory of the text they come from: what
// is left of a model when its unit is finished must not keep a large file alive.
package leaves

import (
	"go/token"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// A Reader reads the leaves of one file. A zero xmltree.Node, which stands for an
// element that is not there, gives a leaf that is not set.
type Reader struct {
	File Places
	ends Ends // of the file given to NewReader, nil for most

	// short are the strings that were read so far, but for long ones: the same
	// few fill most leaves.
	short map[string]string
	// guids are the GUIDs by how they were written.
	guids map[string]string
}

// Places tells the position of a byte by its offset in the XML being read: a
// *source.File does, and whatever knows where a text inside another one stands.
type Places interface{ Pos(offset int) token.Pos }

// Ends are Places of a text in pieces: where the bytes before an offset end is
// another place there than where the next one stands.
type Ends interface{ End(offset int) token.Pos }

// NewReader returns a reader for a file.
func NewReader(file Places) *Reader {
	ends, _ := file.(Ends)
	return &Reader{File: file, ends: ends, short: make(map[string]string), guids: make(map[string]string)}
}

// maxShort is the length of a string, in bytes, up to which it is likely to
// occur again: names and GUIDs do, assembly-qualified names too.
const maxShort = 128

// Keep returns a string of the reader's own that equals s.
func (r *Reader) Keep(s string) string {
	if len(s) > maxShort {
		return strings.Clone(s)
	}
	own, ok := r.short[s]
	if !ok {
		own = strings.Clone(s)
		r.short[own] = own
	}
	return own
}

// Range returns the place of a span of the file.
func (r *Reader) Range(s xmltree.Span) model.Range {
	if r.ends != nil {
		return model.Range{From: r.File.Pos(s.Start), To: r.ends.End(s.End)}
	}
	return model.Range{From: r.File.Pos(s.Start), To: r.File.Pos(s.End)}
}

// Tag returns the place of an element's start tag, nowhere for the zero Node.
func (r *Reader) Tag(n xmltree.Node) model.Range {
	if !n.IsSet() {
		return model.Range{}
	}
	return r.Range(n.StartTag())
}

// Content returns the place of what an element contains, and of the element
// where it contains nothing. It is nowhere for the zero Node.
func (r *Reader) Content(n xmltree.Node) model.Range {
	if !n.IsSet() {
		return model.Range{}
	}
	span := n.Content()
	if span.Start == span.End {
		span = n.Span()
	}
	return r.Range(span)
}

// Text returns the text of an element that the path leads to from n.
func (r *Reader) Text(n xmltree.Node, path ...string) model.Text {
	n = n.Child(path...)
	if !n.IsSet() {
		return model.Text{}
	}
	return model.Text{Value: r.Keep(n.Text()), Range: r.Content(n)}
}

// Attr returns the value of an attribute.
func (r *Reader) Attr(n xmltree.Node, key string) model.Text {
	value, ok := n.Attr(key)
	if !ok {
		return model.Text{}
	}
	span := n.AttrSpan(key)
	if span.Start == span.End { // empty: take the quotes too
		span = xmltree.Span{Start: span.Start - 1, End: span.End + 1}
	}
	return model.Text{Value: r.Keep(strings.TrimSpace(value)), Range: r.Range(span)}
}

// GUID returns t in lower case and without braces.
func (r *Reader) GUID(t model.Text) model.Text {
	if t.Value == "" {
		return t
	}
	own, ok := r.guids[t.Value]
	if !ok {
		own = r.Keep(strings.ToLower(strings.TrimSuffix(strings.TrimPrefix(t.Value, "{"), "}")))
		r.guids[t.Value] = own
	}
	t.Value = own
	return t
}

// Number reads t as a whole number. An empty text is none.
func Number[T ~int](t model.Text) model.Number[T] {
	if t.Value == "" {
		return model.Number[T]{}
	}
	n := model.Number[T]{Range: t.Range}
	v, err := strconv.ParseInt(t.Value, 10, 32)
	if err != nil {
		n.Bad = t.Value
		return n
	}
	n.Value = T(v)
	return n
}

// Int reads t as a plain whole number.
func Int(t model.Text) model.Int { return Number[int](t) }

// Flag reads t as a yes or no. An empty text is neither.
func Flag(t model.Text) model.Flag {
	f := model.Flag{Range: t.Range}
	switch {
	case t.Value == "":
		return model.Flag{}
	case t.Value == "1" || strings.EqualFold(t.Value, "true"):
		f.Value = true
	case t.Value == "0" || strings.EqualFold(t.Value, "false"):
	default:
		f.Bad = t.Value
	}
	return f
}

// maxList is the number of parts of a list that are read: a table has at most some
// hundreds of columns, and a megabyte of commas is no list of them.
const maxList = 4096

// List returns the parts of t between commas, without empty ones. Each has its
// own place, unless t holds character references: then each has the place of t.
func (r *Reader) List(t model.Text) []model.Text {
	if t.Value == "" {
		return nil
	}
	var list []model.Text
	inPlace := int(t.To-t.From) == len(t.Value)
	offset := 0
	for part := range strings.SplitSeq(t.Value, ",") {
		trimmed := strings.TrimSpace(part)
		leaf := model.Text{Value: r.Keep(trimmed), Range: t.Range}
		if inPlace {
			leaf.From = t.From + token.Pos(offset+strings.Index(part, trimmed))
			leaf.To = leaf.From + token.Pos(len(trimmed))
		}
		if trimmed != "" && len(list) < maxList {
			list = append(list, leaf)
		}
		offset += len(part) + 1
	}
	return list
}

// Localized returns the names below a container: elements with the attributes
// description and languagecode. One that has neither is none.
func (r *Reader) Localized(n xmltree.Node) []model.Localized {
	var list []model.Localized
	for c := range n.Children() {
		l := model.Localized{Text: r.Attr(c, "description"), Language: Int(r.Attr(c, "languagecode"))}
		if l.IsSet() || l.Language.IsSet() {
			list = append(list, l)
		}
	}
	return list
}
