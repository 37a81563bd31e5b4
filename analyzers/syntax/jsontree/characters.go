package jsontree

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// space passes over spaces and comments and tells of those that JSON has not.
func (r *lenientReader) space() {
	for r.at < len(r.src) {
		if c := r.src[r.at]; c == ' ' || c == '\n' || c == '\r' || c == '\t' {
			r.at++
			continue
		}
		rest := r.src[r.at:]
		if n := commentAt(rest); n > 0 {
			r.problem(Comment, r.at, r.at+n, "")
			r.at += n
			continue
		}
		n := spaceAt(rest)
		if n == 0 {
			return
		}
		n = oddRun(rest)
		c, _ := utf8.DecodeRuneInString(rest)
		r.problem(OddSpace, r.at, r.at+n, codePoint(c))
		r.at += n
	}
}

// codePoint writes a character that cannot be seen: "U+2003".
func codePoint(c rune) string {
	return "U+" + strings.ToUpper(strconv.FormatInt(0x10000+int64(c), 16)[1:])
}

// spaceAt returns the length of the space character at the start of s, 0 where
// there is none. Whatever cannot be seen counts as space.
func spaceAt(s string) int {
	if s[0] < utf8.RuneSelf {
		if s[0] <= ' ' || s[0] == 0x7F {
			return 1
		}
		return 0
	}
	c, n := utf8.DecodeRuneInString(s)
	if unicode.In(c, unicode.Z, unicode.Cc, unicode.Cf) {
		return n
	}
	return 0
}

// oddRun returns the length of the run of spaces that JSON does not know.
func oddRun(s string) int {
	n := 0
	for n < len(s) && !strings.ContainsRune(" \t\r\n", rune(s[n])) {
		step := spaceAt(s[n:])
		if step == 0 {
			break
		}
		n += step
	}
	return n
}

// commentAt returns the length of the comment at the start of s, line end not
// counted, 0 where there is none.
func commentAt(s string) int {
	if s[0] != '/' {
		return 0
	}
	if strings.HasPrefix(s, "//") {
		if n := strings.IndexAny(s, "\r\n"); n >= 0 {
			return n
		}
		return len(s)
	}
	if strings.HasPrefix(s, "/*") {
		if n := strings.Index(s[2:], "*/"); n >= 0 {
			return n + 4
		}
		return len(s)
	}
	return 0
}

// text reads a string and returns its value.
func (r *lenientReader) text(quote byte) string {
	start := r.at
	if quote == '\'' {
		r.problem(SingleQuotes, start, start+1, "")
	}
	escaped := false
	for r.at++; r.at < len(r.src); r.at++ {
		switch c := r.src[r.at]; {
		case c == quote:
			r.at++
			return valueOf(r.src[start+1:r.at-1], escaped)
		case c == '\\':
			escaped = true
			r.escape()
		case c == '\n' && endsHere(r.src[r.at+1:]):
			return r.unclosedText(start, escaped)
		case c < ' ':
			r.problem(ControlCharacter, r.at, r.at+1, "")
		}
	}
	r.at = len(r.src)
	return r.unclosedText(start, escaped)
}

// unclosedText ends a string with its line, the comma after it left out.
func (r *lenientReader) unclosedText(start int, escaped bool) string {
	r.at = start + 1 + len(strings.TrimRight(r.src[start+1:r.at], " \t\r\n,"))
	r.problem(UnclosedString, start, r.at, "")
	return valueOf(r.src[start+1:r.at], escaped)
}

func valueOf(raw string, escaped bool) string {
	if !escaped {
		return raw
	}
	return unescape(raw)
}

// escape passes the reader over a backslash and tells of a sequence that JSON
// does not know. It leaves it on the last byte.
func (r *lenientReader) escape() {
	rest := r.src[r.at:]
	switch {
	case len(rest) < 2:
		return
	case strings.IndexByte(`"\/bfnrt`, rest[1]) >= 0:
		r.at++
	case isUnicodeEscape(rest):
		r.at += 5
	default:
		_, n := utf8.DecodeRuneInString(rest[1:])
		r.problem(BadEscape, r.at, r.at+1+n, rest[:1+n])
		if rest[1] >= ' ' {
			r.at += n
		}
	}
}

// isUnicodeEscape reports whether s begins with \u and four digits.
func isUnicodeEscape(s string) bool {
	if len(s) < 6 || s[:2] != `\u` {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}

// endsHere reports whether rest, which follows a line end within a string, looks
// like the next line of JSON: a closing bracket, or a name and its colon. Then
// the string was left open and does not go on.
func endsHere(rest string) bool {
	line, _, _ := strings.Cut(rest, "\n")
	line = strings.TrimSpace(line)
	switch {
	case line == "":
		return false
	case line[0] == '}' || line[0] == ']':
		return true
	case line[0] != '"':
		return false
	}
	_, after, ok := strings.Cut(line[1:], `"`)
	return ok && strings.HasPrefix(strings.TrimSpace(after), ":")
}

// unescape resolves the escape sequences of a string's inner text. Half of a
// surrogate pair gives U+FFFD; a backslash that begins no sequence is dropped.
func unescape(raw string) string {
	var b strings.Builder
	b.Grow(len(raw))
	for raw != "" {
		n := strings.IndexByte(raw, '\\')
		if n < 0 || n+1 == len(raw) {
			b.WriteString(raw)
			break
		}
		b.WriteString(raw[:n])
		raw = raw[n:]
		if isUnicodeEscape(raw) {
			c, n := unicodeEscape(raw)
			b.WriteRune(c)
			raw = raw[n:]
			continue
		}
		b.WriteByte(escapes[raw[1]])
		raw = raw[2:]
	}
	return b.String()
}

// escapes maps the byte after a backslash to what it stands for.
var escapes = func() (table [256]byte) {
	for i := range table {
		table[i] = byte(i)
	}
	table['b'], table['f'], table['n'], table['r'], table['t'] = '\b', '\f', '\n', '\r', '\t'
	return table
}()

// unicodeEscape decodes the sequence at the start of s, or two that make a
// surrogate pair, and returns the length.
func unicodeEscape(s string) (c rune, n int) {
	c = hex(s)
	if !utf16.IsSurrogate(c) {
		return c, 6
	}
	if isUnicodeEscape(s[6:]) {
		if pair := utf16.DecodeRune(c, hex(s[6:])); pair != unicode.ReplacementChar {
			return pair, 12
		}
	}
	return unicode.ReplacementChar, 6
}

// hex returns the value of the four digits after \u.
func hex(s string) rune {
	v, err := strconv.ParseUint(s[2:6], 16, 16)
	if err != nil {
		return unicode.ReplacementChar
	}
	return rune(v)
}
