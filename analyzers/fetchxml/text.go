package fetchxml

import (
	"bytes"
	"go/token"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What a query in a text begins and ends with.
const (
	StartTag = "<fetch"
	EndTag   = "</fetch>"
)

// Hole stands in a [Text] for what is put in only when the query runs: a variable
// between two strings, an expression of a flow.
const Hole = "…"

// A Text is the text of a query that stands elsewhere by other bytes: with its
// markup escaped, as a string of some language, as the sum of several. It
// implements leaves.Places and leaves.Ends. The zero Text is empty and nowhere.
type Text struct {
	text   []byte
	pieces []piece
}

// A piece is a part of the text that stands somewhere as it is, or that some
// other bytes stand for.
type piece struct {
	offset   int // of its first byte in the text
	from, to token.Pos
}

// Append adds what stands at a place byte for byte.
func (t *Text) Append(s string, at token.Pos) {
	end := at + token.Pos(len(s))
	if n := len(t.pieces); n > 0 {
		last := &t.pieces[n-1]
		if last.to == at && last.from+token.Pos(len(t.text)-last.offset) == at {
			last.to = end
			t.text = append(t.text, s...)
			return
		}
	}
	t.AppendFor(s, at, end)
}

// AppendFor adds what the bytes from one place to another stand for.
func (t *Text) AppendFor(s string, from, to token.Pos) {
	t.pieces = append(t.pieces, piece{len(t.text), from, to})
	t.text = append(t.text, s...)
}

// AppendSlice adds a part of another text.
func (t *Text) AppendSlice(other *Text, from, to int) {
	for i := max(other.pieceOf(from), 0); i < len(other.pieces) && other.pieces[i].offset < to; i++ {
		first, last := max(from, other.pieces[i].offset), min(to, other.endOf(i))
		if first < last {
			t.AppendFor(string(other.text[first:last]), other.pieces[i].at(first), other.End(last))
		}
	}
}

// pieceOf returns the index of the piece that an offset is in, -1 for an empty
// text.
func (t *Text) pieceOf(offset int) int {
	return sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].offset > offset }) - 1
}

// endOf returns the offset at which a piece ends.
func (t *Text) endOf(i int) int {
	if i+1 < len(t.pieces) {
		return t.pieces[i+1].offset
	}
	return len(t.text)
}

// Slice returns a part of the text.
func (t *Text) Slice(from, to int) *Text {
	slice := new(Text)
	slice.AppendSlice(t, from, to)
	return slice
}

// Len returns the length of the text in bytes.
func (t *Text) Len() int { return len(t.text) }

// String returns the text.
func (t *Text) String() string { return string(t.text) }

// Index returns the offset of the first occurrence of a text from an offset on,
// -1 where there is none.
func (t *Text) Index(text string, from int) int {
	if i := bytes.Index(t.text[from:], []byte(text)); i >= 0 {
		return from + i
	}
	return -1
}

// Pos returns where the byte at an offset of the text stands, and behind the last
// one where the text ends.
func (t *Text) Pos(offset int) token.Pos {
	i := t.pieceOf(offset)
	if i < 0 {
		return token.NoPos
	}
	return t.pieces[i].at(offset)
}

// End returns where the bytes before an offset of the text end, which is not
// where the next one stands if others are between.
func (t *Text) End(offset int) token.Pos {
	i := t.pieceOf(offset - 1)
	if i < 0 {
		return t.Pos(offset)
	}
	if offset >= t.endOf(i) {
		return t.pieces[i].to
	}
	return t.pieces[i].at(offset)
}

// at returns the place of a byte of the piece. What other bytes stand for may be
// longer than they are.
func (p piece) at(offset int) token.Pos {
	return min(p.from+token.Pos(offset-p.offset), max(p.from, p.to))
}

// Unescape takes the escapes out of raw, the content of an element or the value
// of an attribute, whose first byte is at start. A reference that stands for no
// character stays as it is.
func Unescape(raw string, start token.Pos) *Text {
	t := new(Text)
	plain := 0 // where what is not added yet begins
	for i := 0; i < len(raw); {
		text, size := reference(raw[i:])
		if size == 0 {
			i++
			continue
		}
		if plain < i {
			t.Append(raw[plain:i], start+token.Pos(plain))
		}
		if i += size; text != "" {
			t.AppendFor(text, start+token.Pos(i-size), start+token.Pos(i))
		}
		plain = i
	}
	if plain < len(raw) || len(t.pieces) == 0 {
		t.Append(raw[plain:], start+token.Pos(plain))
	}
	return t
}

var entities = map[string]string{"lt": "<", "gt": ">", "amp": "&", "quot": `"`, "apos": "'"}

const (
	cdataStart = "<![CDATA["
	cdataEnd   = "]]>"
)

// reference returns what a reference or a mark at the beginning of s stands for
// and its length, 0 where s begins with neither.
func reference(s string) (text string, size int) {
	switch {
	case s[0] != '&' && s[0] != '<' && s[0] != ']':
		return "", 0
	case strings.HasPrefix(s, cdataStart):
		return "", len(cdataStart)
	case strings.HasPrefix(s, cdataEnd):
		return "", len(cdataEnd)
	case s[0] != '&':
		return "", 0
	}
	name, _, ok := strings.Cut(s[1:min(len(s), maxReference)], ";")
	if !ok {
		return "", 0
	}
	if text, ok = entities[name]; !ok {
		text = character(name)
	}
	if text == "" {
		return "", 0
	}
	return text, len(name) + len("&;")
}

// maxReference is the length of the longest reference, "&#x0010FFFF;".
const maxReference = 12

func character(name string) string {
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return ""
	}
	base := 10
	if hex, isHex := strings.CutPrefix(digits, "x"); isHex {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	if err != nil || n == 0 || !utf8.ValidRune(rune(n)) {
		return ""
	}
	return string(rune(n))
}
