package javascript

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// A lexer splits a text into tokens. It cannot tell a division from a regular
// expression, nor a closing brace from the end of a substitution: the parser
// can, and calls regexp or template where it expects one.
type lexer struct {
	src      []byte
	pos      int32
	tok      lexeme
	names    []string
	index    map[string]int32
	comments []Span
	errors   []SyntaxError
	features features
	module   bool // a module has no HTML-like comments
	strict   bool
}

func (l *lexer) initialize(src []byte) {
	l.src = src
	l.names = append(make([]string, 0, len(words)+len(src)/192), words[:]...)
	l.index = make(map[string]int32, cap(l.names))
	for i, w := range words {
		l.index[w] = int32(i)
	}
}

// intern returns the index of a name in names.
func (l *lexer) intern(b []byte) int32 {
	if i, ok := l.index[string(b)]; ok {
		return i
	}
	i := int32(len(l.names)) //nolint:gosec // bounded by MaxSize
	name := string(b)
	l.names = append(l.names, name)
	l.index[name] = i
	return i
}

// report records an error that does not keep the text from being read on.
func (l *lexer) report(start, end int32, message string) {
	if len(l.errors) < maxErrors {
		l.errors = append(l.errors, SyntaxError{Span{start, end}, message})
	}
}

// at returns the byte i places after the current one, 0 past the end.
func (l *lexer) at(i int32) byte {
	if l.pos+i < l.size() {
		return l.src[l.pos+i]
	}
	return 0
}

func (l *lexer) size() int32 { return int32(len(l.src)) } //nolint:gosec // at most MaxSize

// scan reads the next lexeme into l.tok.
func (l *lexer) scan() {
	newline := l.skip()
	l.tok = lexeme{start: l.pos, newline: newline}
	if l.pos >= l.size() {
		l.tok.end = l.pos
		return
	}
	switch c := l.src[l.pos]; {
	case isNameStart[c] || c == '\\' || c >= utf8.RuneSelf:
		l.name()
	case isDigit(c) || c == '.' && isDigit(l.at(1)):
		l.number()
	case c == '"' || c == '\'':
		l.string(c)
	case c == '`':
		l.template()
	case c == '#':
		l.private()
	default:
		l.punctuator(c)
	}
	l.tok.end = l.pos
}

func (l *lexer) punctuator(c byte) {
	rest := l.src[l.pos:]
	for _, k := range punctuators[c] {
		text := texts[k]
		if len(text) > 1 && (len(rest) < len(text) || string(rest[:len(text)]) != text) {
			continue
		}
		if k == tOptional && isDigit(l.at(2)) {
			continue // a?.5:b is a conditional
		}
		l.tok.kind = k
		l.pos += int32(len(text)) //nolint:gosec // at most 4
		return
	}
	l.tok.kind = tIllegal
	l.pos++
}

// skip passes white space and comments, and reports whether a line ended.
func (l *lexer) skip() (newline bool) {
	for l.pos < l.size() {
		switch c := l.src[l.pos]; {
		case c <= ' ' && blanks[c]:
			newline = newline || c == '\n' || c == '\r'
			l.pos++
		case c == '/':
			ends, ok := l.comment()
			if !ok {
				return newline
			}
			newline = newline || ends
		case c == '<' || c == '-':
			if !l.markupComment(newline) {
				return newline
			}
		case c >= utf8.RuneSelf:
			size, ends := spaceSize(l.src[l.pos:])
			if size == 0 {
				return newline
			}
			newline = newline || ends
			l.pos += size
		default:
			return newline
		}
	}
	return newline
}

// blanks are the ASCII bytes that are white space or end a line.
var blanks = [' ' + 1]bool{' ': true, '\t': true, '\v': true, '\f': true, '\n': true, '\r': true}

// comment passes a comment that begins with a slash, and reports whether a line
// ended in it.
func (l *lexer) comment() (newline, ok bool) {
	switch l.at(1) {
	case '/':
		l.lineComment()
		return false, true
	case '*':
		return l.blockComment(), true
	}
	return false, false
}

// spaceSize returns the length of the white space that b begins with, and
// whether it ends a line; 0 where it begins with something else.
func spaceSize(b []byte) (size int32, endsLine bool) {
	r, n := utf8.DecodeRune(b)
	switch {
	case r == '\u2028' || r == '\u2029':
		return 3, true
	case r == '\ufeff' || unicode.Is(unicode.Zs, r):
		return int32(n), false //nolint:gosec // at most 4
	}
	return 0, false
}

func (l *lexer) lineComment() {
	start := l.pos
	for l.pos < l.size() && !l.isLineEnd() {
		l.pos++
	}
	l.comments = append(l.comments, Span{start, l.pos})
}

// isLineEnd reports whether the byte at l.pos begins a line terminator.
func (l *lexer) isLineEnd() bool {
	c := l.src[l.pos]
	return c == '\n' || c == '\r' || c == 0xE2 && l.at(1) == 0x80 && l.at(2)&^1 == 0xA8
}

func (l *lexer) blockComment() (newline bool) {
	start := l.pos
	n := bytes.Index(l.src[start+2:], []byte("*/"))
	if n < 0 {
		l.pos = l.size()
		l.report(start, l.pos, "comment without an end")
	} else {
		l.pos = start + 2 + int32(n) + 2 //nolint:gosec // an offset in src
	}
	l.comments = append(l.comments, Span{start, l.pos})
	return bytes.ContainsAny(l.src[start:l.pos], "\n\r\u2028\u2029")
}

// markupComment passes an HTML-like comment: "<!--" anywhere and "-->" at the
// beginning of a line are comments to the end of the line, in scripts alone.
func (l *lexer) markupComment(newline bool) bool {
	if l.module {
		return false
	}
	rest := l.src[l.pos:]
	opens := bytes.HasPrefix(rest, []byte("<!--"))
	closes := bytes.HasPrefix(rest, []byte("-->")) && (newline || l.isFirst())
	if !opens && !closes {
		return false
	}
	l.lineComment()
	return true
}

// isFirst reports whether only white space and comments come before l.pos. A
// comment's end is enough to ask: a token would have been scanned.
func (l *lexer) isFirst() bool { return l.tok.kind == tEOF && l.tok.end == 0 }

// hashbang passes the first line where it begins with "#!".
func (l *lexer) hashbang() {
	if bytes.HasPrefix(l.src, []byte("#!")) {
		l.lineComment()
		l.use(hashbangFeature, Span{0, l.pos})
	}
}

// A snapshot is the state of a lexer to go back to.
type snapshot struct {
	pos              int32
	tok              lexeme
	comments, errors int
}

func (l *lexer) save() snapshot {
	return snapshot{l.pos, l.tok, len(l.comments), len(l.errors)}
}

func (l *lexer) restore(s snapshot) {
	l.pos, l.tok = s.pos, s.tok
	l.comments, l.errors = l.comments[:s.comments], l.errors[:s.errors]
}

// peek returns the token after the current one.
func (l *lexer) peek() lexeme {
	s := l.save()
	l.scan()
	t := l.tok
	l.restore(s)
	return t
}
