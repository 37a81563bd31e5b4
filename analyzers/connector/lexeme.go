package connector

import "strings"

// A lexeme is a word, a literal or a sign of C#, with its offsets. Comments,
// preprocessor lines and the holes of interpolated strings are left out.
type lexeme struct {
	text       string // of a string literal what is between its quotes
	start, end int
	literal    bool
}

func isWord(words []lexeme, i int, text string) bool {
	return i >= 0 && i < len(words) && !words[i].literal && words[i].text == text
}

// tokensOf splits C# into lexemes. What is not closed ends with the text.
func tokensOf(src string) []lexeme {
	var list []lexeme
	for i := 0; i < len(src); {
		rest := src[i:]
		n := blankAt(rest)
		if n > 0 {
			i += n
			continue
		}
		w := lexeme{start: i}
		switch n = quoteAt(rest); {
		case n > 0:
			w.literal = true
			w.text = strings.Trim(rest[:n], `$@"'`)
		case isIdent(rest[0]):
			for n = 1; n < len(rest) && isIdent(rest[n]); {
				n++
			}
			w.text = rest[:n]
		default:
			n = 1
			if strings.HasPrefix(rest, "==") || strings.HasPrefix(rest, "!=") || strings.HasPrefix(rest, "=>") {
				n = 2
			}
			w.text = rest[:n]
		}
		i += n
		w.end = i
		list = append(list, w)
	}
	return list
}

func isIdent(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// blankAt returns the length of the space, comment or preprocessor line that s
// begins with, 0 for none.
func blankAt(s string) int {
	switch {
	case s[0] <= ' ' || s[0] == '#':
		if s[0] == '#' {
			return lineEnd(s)
		}
		return 1
	case strings.HasPrefix(s, "//"):
		return lineEnd(s)
	case strings.HasPrefix(s, "/*"):
		if n := strings.Index(s[2:], "*/"); n >= 0 {
			return n + 4
		}
		return len(s)
	}
	return 0
}

func lineEnd(s string) int {
	if n := strings.IndexByte(s, '\n'); n >= 0 {
		return n
	}
	return len(s)
}

// quoteAt returns the length of the string or character literal that s begins
// with, 0 for none.
func quoteAt(s string) int {
	body := strings.TrimLeft(s[:min(len(s), 3)], "$@")
	if body == "" || body[0] != '"' && body[0] != '\'' {
		return 0
	}
	prefix := s[:min(len(s), 3)-len(body)]
	if strings.HasPrefix(s[len(prefix):], `"""`) {
		if n := strings.Index(s[len(prefix)+3:], `"""`); n >= 0 {
			return len(prefix) + n + 6
		}
		return len(s)
	}
	return closed(s, len(prefix), strings.Contains(prefix, "@"))
}

// closed returns where the literal that opens at s[at] ends. In a verbatim one a
// quote is written twice and a backslash is a backslash.
func closed(s string, at int, verbatim bool) int {
	quote := s[at]
	for i := at + 1; i < len(s); i++ {
		switch {
		case s[i] == quote && verbatim && i+1 < len(s) && s[i+1] == quote:
			i++
		case s[i] == quote:
			return i + 1
		case s[i] == '\\' && !verbatim:
			i++
		case s[i] == '\n' && !verbatim:
			return i
		}
	}
	return len(s)
}
