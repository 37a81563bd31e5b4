package jsontree

import (
	"iter"
	"strings"
)

// A Piece is a part of a string's value and the bytes that stand for it. They are
// the same unless the piece is an escape sequence.
type Piece struct {
	Text       string
	Start, End int // in bytes from the opening quote
}

// Spelling takes a string apart as it is written, quotes included, which is what
// stands from [Node.Pos] to [Node.End]. Together the pieces are its value.
func Spelling(literal string) iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		if len(literal) < 2 {
			return
		}
		for at, end := 1, len(literal)-1; at < end; {
			p := pieceAt(literal[:end], at)
			if !yield(p) {
				return
			}
			at = p.End
		}
	}
}

// pieceAt returns the piece that begins at an offset.
func pieceAt(inner string, at int) Piece {
	rest := inner[at:]
	if n := strings.IndexByte(rest, '\\'); n != 0 {
		if n < 0 {
			n = len(rest)
		}
		return Piece{rest[:n], at, at + n}
	}
	switch {
	case len(rest) == 1:
		return Piece{rest, at, at + 1}
	case isUnicodeEscape(rest):
		c, n := unicodeEscape(rest)
		return Piece{string(c), at, at + n}
	}
	return Piece{unescape(rest[:2]), at, at + 2}
}
