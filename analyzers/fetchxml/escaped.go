package fetchxml

import (
	"go/token"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Escaped is a text that stands in XML with its markup escaped or in a CDATA
// section, as reports hold their queries. It implements leaves.Places.
type Escaped struct {
	Text string // without the escapes

	start token.Pos
	steps []step
}

// A step says that from an offset of the text on, the raw bytes lie so many
// bytes further.
type step struct{ offset, shift int }

// Unescape takes the escapes out of raw, the content of an element or the value
// of an attribute, whose first byte is at start. A reference that stands for no
// character stays as it is.
func Unescape(raw string, start token.Pos) *Escaped {
	e := &Escaped{start: start}
	var b strings.Builder
	for i := 0; i < len(raw); {
		text, size := reference(raw[i:])
		if size == 0 {
			b.WriteByte(raw[i])
			i++
			continue
		}
		b.WriteString(text)
		i += size
		e.steps = append(e.steps, step{b.Len(), i - b.Len()})
	}
	e.Text = b.String()
	return e
}

// Pos returns where the byte at an offset of Text stands.
func (e *Escaped) Pos(offset int) token.Pos {
	i := sort.Search(len(e.steps), func(i int) bool { return e.steps[i].offset > offset })
	if i > 0 {
		offset += e.steps[i-1].shift
	}
	return e.start + token.Pos(offset)
}

var entities = map[string]string{"lt": "<", "gt": ">", "amp": "&", "quot": `"`, "apos": "'"}

const (
	cdataStart = "<![CDATA["
	cdataEnd   = "]]>"
)

// reference returns what a reference or a mark at the beginning of s stands for
// and its length, 0 where s begins with neither.
func reference(s string) (text string, size int) {
	switch {
	case strings.HasPrefix(s, cdataStart):
		return "", len(cdataStart)
	case strings.HasPrefix(s, cdataEnd):
		return "", len(cdataEnd)
	case s[0] != '&':
		return "", 0
	}
	name, _, ok := strings.Cut(s[1:min(len(s), maxReference)], ";")
	if !ok {
		return "", 0
	}
	if text, ok = entities[name]; !ok {
		text = character(name)
	}
	if text == "" {
		return "", 0
	}
	return text, len(name) + len("&;")
}

// maxReference is the length of the longest reference, "&#x0010FFFF;".
const maxReference = 12

func character(name string) string {
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return ""
	}
	base := 10
	if hex, isHex := strings.CutPrefix(digits, "x"); isHex {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	if err != nil || n == 0 || !utf8.ValidRune(rune(n)) {
		return ""
	}
	return string(rune(n))
}
