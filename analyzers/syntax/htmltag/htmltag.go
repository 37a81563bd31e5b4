// Package htmltag finds the tags of an HTML text, as far as is needed to tell
// whether it is one and what scripts it loads. It knows nothing of Power Platform.
//
// It follows the tokenizer of the HTML standard where that decides what a browser
// runs: comments and the contents of raw text elements hold no tags, attribute
// values may be quoted either way or not at all.
package htmltag

import (
	"iter"
	"strings"
)

// A Tag is a start tag.
type Tag struct {
	Name       string // in lower case
	Start, End int    // bytes of the text, End excluded

	attributes string
}

// All yields the start tags of a text in order.
func All(text string) iter.Seq[Tag] {
	return func(yield func(Tag) bool) {
		for at := 0; at < len(text); {
			open := strings.IndexByte(text[at:], '<')
			if open < 0 {
				return
			}
			at += open
			if strings.HasPrefix(text[at:], "<!--") {
				at = after(text, at+4, "-->")
				continue
			}
			t, ok := tagAt(text, at)
			if !ok {
				at = max(at+1, t.End)
				continue
			}
			if !yield(t) {
				return
			}
			at = t.End
			if isRaw(t.Name) {
				at = rawEnd(text, at, t.Name)
			}
		}
	}
}

// after returns the offset behind the next mark, the end of the text where there
// is none.
func after(text string, at int, mark string) int {
	i := strings.Index(text[at:], mark)
	if i < 0 {
		return len(text)
	}
	return at + i + len(mark)
}

// isRaw reports whether what is in an element is text and no tags.
func isRaw(name string) bool {
	switch name {
	case "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes":
		return true
	default:
		return false
	}
}

// rawEnd returns where the end tag of a raw element begins.
func rawEnd(text string, at int, name string) int {
	for {
		i := strings.Index(text[at:], "</")
		if i < 0 {
			return len(text)
		}
		at += i
		if rest := text[at+2:]; len(rest) >= len(name) && strings.EqualFold(rest[:len(name)], name) {
			return at
		}
		at += 2
	}
}

// tagAt reads the start tag at an offset. It is not ok where there is none; the end
// of the text is then the End of one that is never closed.
func tagAt(text string, start int) (Tag, bool) {
	end := start + 1
	for end < len(text) && isName(text[end]) {
		end++
	}
	if end == start+1 || !isLetter(text[start+1]) {
		return Tag{}, false
	}
	t := Tag{Name: strings.ToLower(text[start+1 : end]), Start: start}
	var quote byte
	for i := end; i < len(text); i++ {
		switch c := text[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && strings.HasSuffix(strings.TrimRight(text[end:i], " \t\r\n\f"), "="):
			quote = c
		case c == '>':
			t.attributes, t.End = text[end:i], i+1
			return t, true
		}
	}
	return Tag{End: len(text)}, false
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isName(c byte) bool { return isLetter(c) || '0' <= c && c <= '9' || c == '-' || c == ':' }

const blanks = " \t\r\n\f/"

// Attr returns the value of an attribute as it is written, and whether the tag has
// one of that name, which is in lower case.
func (t Tag) Attr(name string) (string, bool) {
	for rest := strings.TrimLeft(t.attributes, blanks); rest != ""; rest = strings.TrimLeft(rest, blanks) {
		i := 1 + strings.IndexAny(rest[1:], blanks+"=")
		if i == 0 {
			i = len(rest)
		}
		key := strings.ToLower(rest[:i])
		value := ""
		rest = strings.TrimLeft(rest[i:], " \t\r\n\f")
		if strings.HasPrefix(rest, "=") {
			value, rest = valueAt(strings.TrimLeft(rest[1:], " \t\r\n\f"))
		}
		if key == name {
			return value, true
		}
	}
	return "", false
}

// valueAt takes the value that rest begins with.
func valueAt(rest string) (value, after string) {
	if rest == "" {
		return "", ""
	}
	if quote := rest[0]; quote == '"' || quote == '\'' {
		value, after, _ = strings.Cut(rest[1:], rest[:1])
		return value, after
	}
	i := strings.IndexAny(rest, " \t\r\n\f")
	if i < 0 {
		return rest, ""
	}
	return rest[:i], rest[i:]
}

// IsRemote reports whether an address leads to another machine: it has a scheme
// that does, or begins with two slashes.
func IsRemote(address string) bool {
	s := strings.ToLower(strings.TrimSpace(address))
	return strings.HasPrefix(s, "//") || strings.HasPrefix(s, "http:") || strings.HasPrefix(s, "https:")
}
