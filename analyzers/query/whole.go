package query

import (
	"regexp"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/fetchxml"
)

// isStart reports whether a text begins with the element fetch. Blanks and the
// name of the parameter of the Web API may stand before it.
func isStart(text string) bool { return start(text) >= 0 }

// start returns where the element fetch begins, -1 for a text that begins with
// something else.
func start(text string) int {
	const parameter = "?fetchxml="
	at := len(text) - len(strings.TrimLeft(text, blanks))
	if rest := text[at:]; len(rest) > len(parameter) && strings.EqualFold(rest[:len(parameter)], parameter) {
		at += len(parameter)
	}
	rest, ok := strings.CutPrefix(text[at:], fetchxml.StartTag)
	if !ok || rest != "" && !strings.ContainsAny(rest[:1], blanks+">/") {
		return -1
	}
	return at
}

const blanks = " \t\r\n"

// end returns where the element fetch ends in a text that begins with it, -1 where
// it does not.
func end(text string) int {
	if i := strings.Index(text, fetchxml.EndTag); i >= 0 {
		return i + len(fetchxml.EndTag)
	}
	return -1
}

// A span is a part of a text.
type span struct{ start, end int }

// expressions returns the parts of a flow's string that it replaces when it runs:
// "@{...}". Within one, strings stand in single quotes.
func expressions(text string) []span {
	var list []span
	for at := 0; ; {
		i := strings.Index(text[at:], "@{")
		if i < 0 {
			return list
		}
		from := at + i
		at = from + 2
		if from > 0 && text[from-1] == '@' { // "@@{" is "@{"
			continue
		}
		at += expressionEnd(text[at:])
		list = append(list, span{from, at})
	}
}

// expressionEnd returns where an expression ends, its closing brace included. One
// without it goes on to the end of the text.
func expressionEnd(text string) int {
	depth, quoted := 1, false
	for i := range len(text) {
		switch c := text[i]; {
		case c == '\'':
			quoted = !quoted
		case quoted:
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(text)
}

var placeholder = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{\d+(:[^{}]*)?\}`) })

// placeholders returns the parts of a .NET format string that are replaced: "{0}".
func placeholders(text string) []span {
	var list []span
	for _, m := range placeholder().FindAllStringIndex(text, -1) {
		list = append(list, span{m[0], m[1]})
	}
	return list
}

// withHoles returns a text with holes instead of some parts of it.
func withHoles(t *fetchxml.Text, holes []span) *fetchxml.Text {
	if len(holes) == 0 {
		return t
	}
	at, out := 0, new(fetchxml.Text)
	for _, h := range holes {
		out.AppendSlice(t, at, h.start)
		out.AppendFor(fetchxml.Hole, t.Pos(h.start), t.End(h.end))
		at = h.end
	}
	out.AppendSlice(t, at, t.Len())
	return out
}
