package javascript

import (
	"bytes"
	"iter"
	"unicode/utf16"
	"unicode/utf8"
)

// A Piece is a part of what a string stands for, and the bytes that it is written
// with. They are the same unless the piece is an escape sequence.
type Piece struct {
	Text string
	Span
}

// Spelling takes a String or a TemplateText apart as it is written. Together the
// pieces are its value.
func (n Node) Spelling() iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		r := n.record()
		if r.kind != String && r.kind != TemplateText {
			return
		}
		inside, at := n.file.Source[r.start:r.end], r.start
		if r.kind == String {
			inside, at = stringInside(inside), at+1
		}
		for len(inside) > 0 {
			text, size := pieceAt(inside)
			if text != "" && !yield(Piece{text, Span{at, at + size}}) {
				return
			}
			inside, at = inside[size:], at+size
		}
	}
}

// pieceAt returns the piece that b begins with and its length in bytes. A line end
// that is escaped stands for nothing.
func pieceAt(b []byte) (text string, size int32) {
	if plain := bytes.IndexByte(b, '\\'); plain != 0 {
		if plain < 0 {
			plain = len(b)
		}
		return string(b[:plain]), int32(plain) //nolint:gosec // see MaxSize
	}
	r, n, ok := nextEscape(b)
	if !ok {
		return "", int32(n) //nolint:gosec // a few bytes
	}
	if utf16.IsSurrogate(r) {
		r, n = surrogates(b, r, n)
	}
	return string(r), int32(n) //nolint:gosec // a few bytes
}

// surrogates joins the half of a surrogate pair, which takes n bytes of b, with
// the other one behind it. What stays alone is U+FFFD.
func surrogates(b []byte, half rune, n int) (r rune, size int) {
	for at := n; at < len(b) && b[at] == '\\'; {
		next, size, ok := nextEscape(b[at:])
		at += size
		if pair := utf16.DecodeRune(half, next); ok && pair != utf8.RuneError {
			return pair, at
		}
		if ok {
			break
		}
	}
	return utf8.RuneError, n
}
