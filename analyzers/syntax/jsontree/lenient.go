package jsontree

import (
	"strconv"
	"strings"
)

// A lenientReader reads text that is no JSON as what was probably meant. It goes
// forward by at least one byte for each thing that it looks at, and text nested
// deeper than the limit is passed over without recursion.
type lenientReader struct {
	*builder
	at     int
	arrays int // how many of the open containers are arrays
	full   bool
}

func readLenient(b *builder) Node {
	r := &lenientReader{builder: b}
	r.space()
	if r.at == len(r.src) {
		r.problem(Empty, 0, len(r.src), "")
		return Node{}
	}
	root := r.value(0)
	r.space()
	if r.at < len(r.src) {
		end := len(strings.TrimRight(r.src, " \t\r\n"))
		r.problem(TrailingData, r.at, end, "")
	}
	return root
}

// peek returns the byte at hand, 0 at the end of the text.
func (r *lenientReader) peek() byte {
	if r.at < len(r.src) {
		return r.src[r.at]
	}
	return 0
}

// value reads what stands where a value should.
func (r *lenientReader) value(depth int) Node {
	start := r.at
	if r.isFull() {
		return r.stop()
	}
	switch c := r.peek(); c {
	case '{', '[':
		if depth == r.limits.Depth {
			return r.pass()
		}
		return r.container(c, depth+1)
	case '"', '\'':
		text := r.text(c)
		return r.scalar(String, text, start, r.at)
	}
	word := r.word()
	if word == "" {
		r.problem(MissingValue, start, start, "")
		return r.scalar(Missing, "", start, start)
	}
	kind, text, ok := literal(word)
	if !ok {
		r.problem(BadLiteral, start, r.at, word)
	}
	return r.scalar(kind, text, start, r.at)
}

// container reads an object or array.
func (r *lenientReader) container(open byte, depth int) Node {
	start := r.at
	r.at++
	l := list{reader: r, start: start, mark: len(r.stack), depth: depth}
	if open == '[' {
		r.arrays++
		l.items()
		r.arrays--
		return r.builder.container(Array, l.mark, start, r.at)
	}
	l.members()
	return r.builder.container(Object, l.mark, start, r.at)
}

// stop ends the reading because no more nodes may be kept.
func (r *lenientReader) stop() Node {
	if !r.full {
		r.full = true
		r.problem(TooLarge, r.at, r.at, "")
	}
	r.at = len(r.src)
	return r.scalar(Missing, "", r.at, r.at)
}

// pass skips a container that lies too deep.
func (r *lenientReader) pass() Node {
	start := r.at
	r.problem(TooDeep, start, start+1, "")
	for depth := 0; r.at < len(r.src); r.at++ {
		switch r.src[r.at] {
		case '"':
			r.skipString()
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		if depth == 0 {
			r.at++
			break
		}
	}
	r.at = min(r.at, len(r.src))
	return r.scalar(Missing, "", start, r.at)
}

// skipString leaves the reader on the closing quote.
func (r *lenientReader) skipString() {
	for r.at++; r.at < len(r.src) && r.src[r.at] != '"'; r.at++ {
		if r.src[r.at] == '\\' {
			r.at++
		}
	}
}

// word takes the run of characters up to the next one that means something.
func (r *lenientReader) word() string {
	start := r.at
	for r.at < len(r.src) && !endsWord(r.src[r.at:]) {
		r.at++
	}
	return r.src[start:r.at]
}

// endsWord reports whether s begins with something that is no part of a word.
func endsWord(s string) bool {
	return strings.IndexByte("{}[],:\"'", s[0]) >= 0 || spaceAt(s) > 0 || commentAt(s) > 0
}

// literal understands a word. The text it returns is that of the right spelling.
func literal(word string) (kind Kind, text string, ok bool) {
	switch word {
	case "null":
		return Null, word, true
	case "true", "false":
		return Boolean, word, true
	}
	if isNumber(word) {
		return Number, word, true
	}
	switch lower := strings.ToLower(word); lower {
	case "null", "none", "nil", "undefined":
		return Null, "null", false
	case "true", "false":
		return Boolean, lower, false
	}
	if _, err := strconv.ParseFloat(word, 64); err == nil && strings.Trim(word, "+-.0123456789eE") == "" {
		return Number, strings.TrimPrefix(word, "+"), false
	}
	return Missing, word, false
}

// isNumber reports whether word is a number by the grammar of JSON.
func isNumber(word string) bool {
	rest := strings.TrimPrefix(word, "-")
	whole := digits(rest)
	if whole == 0 || whole > 1 && rest[0] == '0' {
		return false
	}
	rest = rest[whole:]
	if after, ok := strings.CutPrefix(rest, "."); ok {
		n := digits(after)
		if n == 0 {
			return false
		}
		rest = after[n:]
	}
	if rest != "" && (rest[0] == 'e' || rest[0] == 'E') {
		rest = strings.TrimLeft(rest[1:], "+-")
		n := digits(rest)
		if n == 0 {
			return false
		}
		rest = rest[n:]
	}
	return rest == ""
}

func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }
