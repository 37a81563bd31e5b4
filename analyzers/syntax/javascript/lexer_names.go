package javascript

import (
	"unicode"
	"unicode/utf8"
)

// isNameStart and isNamePart tell ASCII bytes that may begin a name or stand in it.
var isNameStart, isNamePart = func() (start, part [256]bool) {
	for c := range 256 {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '$' || c == '_'
		start[c] = letter && c < utf8.RuneSelf
		part[c] = start[c] || c >= '0' && c <= '9'
	}
	return start, part
}()

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isIDStart and isIDContinue are the properties ID_Start and ID_Continue of
// Unicode's annex 31, which ECMAScript names are made by.
func isIDStart(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && isNameStart[r]
	}
	return unicode.IsOneOf([]*unicode.RangeTable{unicode.L, unicode.Nl, unicode.Other_ID_Start}, r) &&
		!unicode.Is(unicode.Pattern_Syntax, r)
}

func isIDContinue(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && isNamePart[r]
	}
	return isIDStart(r) || r == '\u200c' || r == '\u200d' ||
		unicode.IsOneOf([]*unicode.RangeTable{unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue}, r)
}

// name scans a name or a reserved word.
func (l *lexer) name() {
	start := l.pos
	for l.pos < l.size() && isNamePart[l.src[l.pos]] {
		l.pos++
	}
	if c := l.at(0); c == '\\' || c >= utf8.RuneSelf {
		l.slowName(start)
		return
	}
	l.tok.name = l.intern(l.src[start:l.pos])
	l.tok.kind = tName
	if l.tok.name < reserved {
		l.tok.kind = tBreak + tok(l.tok.name) //nolint:gosec // below the number of reserved words
	}
}

// slowName scans a name that holds an escape or a letter beyond ASCII, from its
// first such character on.
func (l *lexer) slowName(start int32) {
	name := append([]byte(nil), l.src[start:l.pos]...)
	l.tok.kind = tName
	for l.pos < l.size() {
		at := l.pos
		r, ok := l.nameRune()
		if !ok || !isIDContinue(r) || len(name) == 0 && !isIDStart(r) {
			l.pos = at
			break
		}
		name = utf8.AppendRune(name, r)
	}
	if l.pos == start {
		l.illegal()
		return
	}
	l.tok.name = l.intern(name)
	switch {
	case l.tok.name >= reserved:
	case l.tok.escaped:
		l.tok.kind = tEscapedKeyword
	default: // the word ends before a character that is no part of a name
		l.tok.kind = tBreak + tok(l.tok.name) //nolint:gosec // below the number of reserved words
	}
}

// illegal passes one character that belongs to no token.
func (l *lexer) illegal() {
	_, n := utf8.DecodeRune(l.src[l.pos:])
	l.pos += int32(n) //nolint:gosec // at most 4
	l.tok.kind = tIllegal
}

// nameRune reads one character of a name, escaped or not.
func (l *lexer) nameRune() (r rune, ok bool) {
	if l.src[l.pos] != '\\' {
		r, n := utf8.DecodeRune(l.src[l.pos:])
		l.pos += int32(n) //nolint:gosec // at most 4
		return r, r != utf8.RuneError || n > 1
	}
	if l.at(1) != 'u' {
		return 0, false
	}
	l.tok.escaped = true
	r, size := unicodeEscape(l.src[l.pos+2:])
	l.pos += 2 + size
	return r, size > 0
}

// unicodeEscape reads what follows "\u": four hexadecimal digits or a code point
// in braces. The size is 0 where b holds neither.
func unicodeEscape(b []byte) (r rune, size int32) {
	if len(b) > 0 && b[0] == '{' {
		return codePoint(b)
	}
	return hexEscape(b, 4)
}

// codePoint reads a code point in braces.
func codePoint(b []byte) (r rune, size int32) {
	for i, c := range b[1:] {
		d, ok := hexDigit(c)
		switch {
		case !ok && c == '}' && i > 0:
			return r, int32(i) + 2
		case !ok:
			return 0, 0
		}
		if r = r<<4 | d; r > unicode.MaxRune {
			return 0, 0
		}
	}
	return 0, 0
}

// hexEscape reads exactly n hexadecimal digits.
func hexEscape(b []byte, n int) (r rune, size int32) {
	if len(b) < n {
		return 0, 0
	}
	for _, c := range b[:n] {
		d, ok := hexDigit(c)
		if !ok {
			return 0, 0
		}
		r = r<<4 | d
	}
	return r, int32(n) //nolint:gosec // 2 or 4
}

func hexDigit(c byte) (rune, bool) {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0'), true
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return rune(c|0x20-'a') + 10, true
	}
	return 0, false
}

// private scans "#name".
func (l *lexer) private() {
	start := l.pos
	l.pos++
	if c := l.at(0); !isNameStart[c] && c != '\\' && c < utf8.RuneSelf {
		l.tok.kind = tIllegal
		return
	}
	l.name()
	if l.tok.kind == tIllegal {
		return
	}
	l.tok.name = l.intern(append([]byte{'#'}, l.names[l.tok.name]...))
	l.tok.kind = tPrivate
	l.use(privateNames, Span{start, l.pos})
}
