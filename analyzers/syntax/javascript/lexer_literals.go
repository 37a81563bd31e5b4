package javascript

import (
	"bytes"
	"unicode/utf8"
)

// string scans a string literal. Without its closing quote it ends at the end
// of the line.
func (l *lexer) string(quote byte) {
	start := l.pos
	l.tok.kind = tString
	for l.pos++; l.pos < l.size(); l.pos++ {
		switch c := l.src[l.pos]; {
		case c == quote:
			l.pos++
			return
		case c == '\\':
			l.escape(true)
		case c == '\n' || c == '\r':
			l.report(start, l.pos, "string without an end")
			return
		case c == 0xE2 && l.isLineEnd():
			l.use(jsonSuperset, Span{l.pos, l.pos + 3})
		}
	}
	l.pos = l.size()
	l.report(start, l.pos, "string without an end")
}

// escape passes a backslash and what it escapes but for the last byte of that.
// Where strict is false the caller decides whether a broken escape matters.
func (l *lexer) escape(strict bool) (ok bool) {
	l.tok.escaped = true
	e := decodeEscape(l.src[l.pos:])
	switch {
	case e.broken && strict:
		l.report(l.pos, l.pos+e.size, "escape sequence is not valid")
	case e.octal:
		l.tok.legacy = true
	}
	l.pos = min(l.pos+e.size, l.size()) - 1
	return !e.broken && !e.octal
}

// template scans a piece of a template, from the "`" or "}" at l.pos through the
// next "${" or "`".
func (l *lexer) template() {
	start := l.pos
	l.tok.kind = tTemplate
	for l.pos++; l.pos < l.size(); l.pos++ {
		switch c := l.src[l.pos]; {
		case c == '`':
			l.pos++
			l.tok.tail = true
			return
		case c == '$' && l.at(1) == '{':
			l.pos += 2
			return
		case c == '\\':
			if !l.escape(false) {
				l.tok.legacy = true
			}
		}
	}
	l.pos = l.size()
	l.tok.tail = true
	l.report(start, l.pos, "template without an end")
}

// regexp scans a regular expression that begins at the current token, which is
// "/" or "/=". It reports whether there is one.
func (l *lexer) regexp() bool {
	end := regexpEnd(l.src, l.tok.start)
	if end < 0 {
		return false
	}
	l.pos = end
	for l.pos < l.size() {
		at := l.pos
		if r, ok := l.nameRune(); !ok || !isIDContinue(r) {
			l.pos = at
			break
		}
	}
	l.tok.kind = tRegExp
	l.tok.end = l.pos
	l.checkRegexp(l.tok.start, end, l.pos)
	return true
}

// regexpEnd returns the offset after the closing slash of the regular
// expression at start, negative where the line ends before.
func regexpEnd(src []byte, start int32) int32 {
	class := false
	for i := int(start) + 1; i < len(src); i++ {
		switch c := src[i]; {
		case c == '\n' || c == '\r' || c == 0xE2 && isSeparator(src[i:]):
			return -1
		case c == '\\' && i+1 < len(src) && src[i+1] != '\n' && src[i+1] != '\r':
			i++
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '/' && !class:
			return int32(i) + 1 //nolint:gosec // an offset in src
		}
	}
	return -1
}

// isSeparator reports whether b begins with U+2028 or U+2029.
func isSeparator(b []byte) bool { return len(b) >= 3 && b[1] == 0x80 && b[2]&^1 == 0xA8 }

// number scans a numeric literal.
func (l *lexer) number() {
	start := l.pos
	l.tok.kind = tNumber
	digits := bytes.IndexByte([]byte("xXoObB"), l.at(1)) >= 0 && l.src[l.pos] == '0'
	if digits {
		l.radixNumber(l.at(1) | 0x20)
	} else {
		l.decimalNumber()
	}
	if l.at(0) == 'n' && l.isBigInt(start) {
		l.pos++
		l.tok.kind = tBigInt
		l.use(bigInts, Span{start, l.pos})
	}
	if bytes.IndexByte(l.src[start:l.pos], '_') >= 0 {
		l.checkSeparators(start)
	}
	if l.pos < l.size() && l.beginsName() {
		l.report(l.pos, l.pos+1, "a name cannot follow a number directly")
	}
}

// beginsName reports whether a name could begin at l.pos.
func (l *lexer) beginsName() bool {
	c := l.src[l.pos]
	if c < utf8.RuneSelf {
		return isNamePart[c] || c == '\\'
	}
	r, _ := utf8.DecodeRune(l.src[l.pos:])
	return isIDStart(r)
}

func (l *lexer) isBigInt(start int32) bool {
	return !l.tok.legacy && !bytes.ContainsAny(l.src[start:l.pos], ".") &&
		(l.pos-start < 2 || l.src[start+1]|0x20 == 'x' || !bytes.ContainsAny(l.src[start:l.pos], "eE"))
}

// radixNumber scans 0x, 0o and 0b numbers.
func (l *lexer) radixNumber(radix byte) {
	start := l.pos
	for l.pos += 2; l.pos < l.size(); l.pos++ {
		if c := l.src[l.pos]; c != '_' && !isRadixDigit(c, radix) {
			break
		}
	}
	if l.pos == start+2 {
		l.report(start, l.pos, "number without digits")
	}
	if radix != 'x' {
		l.use(binaryLiterals, Span{start, l.pos})
	}
}

func isRadixDigit(c, radix byte) bool {
	d, ok := hexDigit(c)
	switch radix {
	case 'o':
		return ok && d < 8
	case 'b':
		return ok && d < 2
	}
	return ok
}

// decimalNumber scans a decimal number and the old octal one: 017.
func (l *lexer) decimalNumber() {
	start := l.pos
	l.digits()
	integer := l.src[start:l.pos]
	l.tok.legacy = len(integer) > 1 && integer[0] == '0'
	if l.tok.legacy && !bytes.ContainsAny(integer, "89") {
		return // octal has no fraction
	}
	if l.at(0) == '.' {
		l.pos++
		l.digits()
	}
	if l.at(0)|0x20 != 'e' {
		return
	}
	exponent := l.pos
	l.pos++
	if c := l.at(0); c == '+' || c == '-' {
		l.pos++
	}
	if !isDigit(l.at(0)) {
		l.report(start, l.pos, "exponent without digits")
		l.pos = max(l.pos, exponent+1)
	}
	l.digits()
}

func (l *lexer) digits() {
	for l.pos < l.size() && (isDigit(l.src[l.pos]) || l.src[l.pos] == '_') {
		l.pos++
	}
}

// checkSeparators reports underscores in a number that do not stand between two digits.
func (l *lexer) checkSeparators(start int32) {
	text := l.src[start:l.pos]
	l.use(numericSeparators, Span{start, l.pos})
	for i, c := range text {
		if c != '_' {
			continue
		}
		if i == 0 || i+1 >= len(text) || !isHexDigit(text[i-1]) || !isHexDigit(text[i+1]) || l.tok.legacy {
			l.report(start, l.pos, "an underscore in a number must stand between two digits")
			return
		}
	}
}

func isHexDigit(c byte) bool {
	_, ok := hexDigit(c)
	return ok
}
