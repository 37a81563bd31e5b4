package javascript

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// An escaped is one escape sequence, read.
type escaped struct {
	size   int32 // bytes of the sequence with its backslash, at least 1
	char   rune  // what it stands for
	none   bool  // it stands for nothing: the end of a line
	broken bool  // it is no valid escape
	octal  bool  // it is an old octal escape, or \8 and \9
}

// single holds what the escapes of one letter stand for.
var single = [128]rune{'n': '\n', 't': '\t', 'r': '\r', 'b': '\b', 'f': '\f', 'v': '\v'}

// decodeEscape reads the escape sequence at the beginning of b.
func decodeEscape(b []byte) escaped {
	if len(b) < 2 {
		return escaped{size: 1, broken: true}
	}
	switch c := b[1]; {
	case c == 'u':
		return hexadecimal(unicodeEscape(b[2:]))
	case c == 'x':
		return hexadecimal(hexEscape(b[2:], 2))
	case isDigit(c):
		return octal(b)
	case c == '\r' && len(b) > 2 && b[2] == '\n':
		return escaped{size: 3, none: true}
	case c == '\r' || c == '\n':
		return escaped{size: 2, none: true}
	case c < utf8.RuneSelf && single[c] != 0:
		return escaped{size: 2, char: single[c]}
	}
	r, n := utf8.DecodeRune(b[1:])
	return escaped{size: 1 + int32(n), char: r, none: r == '\u2028' || r == '\u2029'} //nolint:gosec // at most 4
}

func hexadecimal(r rune, size int32) escaped {
	return escaped{size: 2 + size, char: r, broken: size == 0}
}

// octal reads \0 and the old octal escapes.
func octal(b []byte) escaped {
	e := escaped{size: 1}
	for e.size < 4 && int(e.size) < len(b) && b[e.size] >= '0' && b[e.size] < '8' && e.char*8 < 256 {
		e.char = e.char*8 + rune(b[e.size]-'0')
		e.size++
	}
	if e.size == 1 { // \8 and \9 stand for themselves
		return escaped{size: 2, char: rune(b[1]), octal: true}
	}
	next := int(e.size)
	e.octal = e.size > 2 || e.char != 0 || next < len(b) && isDigit(b[next])
	return e
}

// unescape returns what the inside of a string or template stands for. Half a
// surrogate pair becomes U+FFFD; a broken escape stands for itself.
func unescape(b []byte) string {
	var out strings.Builder
	out.Grow(len(b))
	high := rune(-1) // a high surrogate that waits for its low one
	for len(b) > 0 {
		if plain := bytes.IndexByte(b, '\\'); plain != 0 {
			if plain < 0 {
				plain = len(b)
			}
			alone(&out, high)
			out.Write(b[:plain])
			b, high = b[plain:], -1
			continue
		}
		r, size, ok := nextEscape(b)
		b = b[size:]
		switch pair := utf16.DecodeRune(high, r); {
		case !ok:
		case pair != utf8.RuneError:
			out.WriteRune(pair)
			high = -1
		case r >= 0xD800 && r < 0xDC00:
			alone(&out, high)
			high = r
		default:
			alone(&out, high)
			out.WriteRune(r)
			high = -1
		}
	}
	alone(&out, high)
	return out.String()
}

// alone writes what a high surrogate without its low one stands for.
func alone(out *strings.Builder, high rune) {
	if high >= 0 {
		out.WriteRune(utf8.RuneError)
	}
}

// nextEscape reads the escape sequence that b begins with; ok is false where it
// stands for nothing.
func nextEscape(b []byte) (r rune, size int, ok bool) {
	e := decodeEscape(b)
	if e.broken {
		return '\\', 1, true
	}
	return e.char, int(e.size), !e.none
}
