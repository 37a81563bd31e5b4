// Package xmltree reads XML into etree elements and knows the bytes that each of
// them came from.
//
// [Parse] reads a small document as a whole. A [Stream] reads a large one part by
// part in bounded memory: the caller names the elements that it wants, gets each
// as a tree of its own, and the rest is checked and not kept.
//
// The text is UTF-8 without a byte order mark, as analyzers/syntax/text gives
// it, whatever the XML declaration says. What is refused is what encoding/xml
// refuses in strict mode and, beyond that, what no XML reader of the platform
// takes: two root elements or none, text outside of the root, an attribute given
// twice, attributes without a blank between them, a declaration that is not at
// the very beginning. Document type declarations are passed over; entities
// that one defines are not known and so refused where they are used.
//
// Comments, processing instructions and text of blanks alone are not in the tree.
// The reader is its own because etree's, which is encoding/xml's, tells no
// positions and takes five times as long.
package xmltree

import (
	"strconv"
	"unicode/utf8"
	"unsafe"

	"github.com/beevik/etree"
)

// The limits of what is read. Real files stay far below them: the deepest form
// has 30 levels, the largest element of a solution some 100,000 nodes.
const (
	MaxDepth = 512     // levels of elements
	MaxNodes = 1 << 20 // elements, attributes and texts in one tree
)

// An Error says where and why a text is no XML, or more of it than is read.
type Error struct {
	Offset  int // in bytes from the beginning of the text
	Message string
	Limit   bool // the text may be well-formed and is beyond a limit
}

func (e *Error) Error() string {
	return e.Message + " (at byte " + strconv.Itoa(e.Offset) + ")"
}

// A Span is a range of bytes, End excluded.
type Span struct{ Start, End int }

// A Document is a tree and the text it was read from.
type Document struct {
	// Tree holds the elements. It shares the memory of the text. What is found in
	// it by etree's own functions gets its place from [Document.Node].
	Tree *etree.Document

	text   string
	places []place // of the elements in document order
	values []Span  // of all attributes' values in document order
}

// A place is where an element stands.
type place struct {
	start, tagEnd, end int
	next               int // index of the first place that is not inside
	values             int // index of the first attribute's value
}

// Parse reads a whole document. If it is not well-formed, the error is an *[Error]
// and the document holds what stands before that place; elements that were open
// there end there. The text must not be changed while the document is in use.
func Parse(text []byte) (*Document, error) {
	w := walker{lexer: lexer{s: view(text)}}
	b := newBuilder(w.s)
	err := checkText(w.s)
	for err == nil {
		var k kind
		if k, err = w.step(); err != nil || k == endOfText {
			break
		}
		err = b.add(k, &w.lexer)
	}
	return b.finish(w.pos), err
}

// view returns the text as a string without copying it, which for a hundred
// megabytes saves as many. That is safe as long as nobody changes the text.
func view(text []byte) string {
	return unsafe.String(unsafe.SliceData(text), len(text)) //nolint:gosec // the one place, see above
}

// checkText refuses a text that cannot be read at all.
func checkText(s string) error {
	if utf8.ValidString(s) {
		return nil
	}
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return &Error{Offset: i, Message: "bytes that are not UTF-8"}
			}
		}
	}
	return nil
}
