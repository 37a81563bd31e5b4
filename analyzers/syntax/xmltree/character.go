package xmltree

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Classes of bytes.
const (
	nameByte    = 1 << iota // may be part of a name
	colonByte               // separates prefix and local name
	wideByte                // part of a character beyond ASCII
	blankByte               // separates
	textStop                // text has to be looked at here
	quoteStop               // a value in quotes has to be looked at here
	sectionStop             // a CDATA section has to be looked at here
)

var class = classes()

func classes() (c [256]uint8) {
	for b := range c {
		switch {
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z', '0' <= b && b <= '9', b == '_', b == '-', b == '.':
			c[b] = nameByte
		case b == ':':
			c[b] = nameByte | colonByte
		case b >= utf8.RuneSelf:
			c[b] = nameByte | wideByte
		case b == ' ', b == '\t', b == '\n':
			c[b] = blankByte
		case b == '\r':
			c[b] = blankByte | textStop | quoteStop
		case b < ' ':
			c[b] = textStop | quoteStop | sectionStop
		case b == '<', b == '&':
			c[b] = textStop | quoteStop
		case b == ']':
			c[b] = textStop
		case b == '"', b == '\'':
			c[b] = quoteStop
		}
	}
	c[0xEF] |= textStop | quoteStop | sectionStop // U+FFFE and U+FFFF begin with it
	return c
}

// isFirst reports whether a nameByte may begin a name: digits, hyphen and dot
// may not.
func isFirst(c byte) bool { return c >= 'A' || c == ':' }

// isWideName asks encoding/xml, which has the tables of all scripts.
func isWideName(s string) bool {
	token, err := xml.NewDecoder(strings.NewReader("<?" + s + " ?>")).RawToken()
	_, ok := token.(xml.ProcInst)
	return ok && err == nil
}

// maxReference is more than the longest reference has: the digits of one may
// begin with any number of zeros, and nobody writes them.
const maxReference = 64

var entities = map[string]rune{"lt": '<', "gt": '>', "amp": '&', "apos": '\'', "quot": '"'}

// reference reads the character reference that s begins with. Its length is 0
// where there is none.
func reference(s string) (r rune, length int) {
	end := strings.IndexByte(s[:min(len(s), maxReference)], ';')
	if end < 0 {
		return 0, 0
	}
	body := s[1:end]
	if digits, ok := strings.CutPrefix(body, "#"); ok {
		r, ok = codePoint(digits)
		if !ok {
			return 0, 0
		}
		return r, end + 1
	}
	r, ok := entities[body]
	if !ok {
		return 0, 0
	}
	return r, end + 1
}

func codePoint(digits string) (rune, bool) {
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 31)
	return rune(n), err == nil
}

// referenceRefusal is [refusal] for an ampersand.
func referenceRefusal(s string) string {
	r, n := reference(s)
	switch {
	case n == 0:
		return `"&" begins no character reference that is known here`
	case !isCharacter(r):
		return "the reference is to a character that XML forbids"
	}
	return ""
}

func isCharacter(r rune) bool {
	return r >= ' ' && r <= 0xD7FF || r == '\t' || r == '\n' || r == '\r' || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= utf8.MaxRune
}

// resolve returns the text that s stands for: references replaced, unless it is
// literal, and all line ends made line feeds.
func resolve(s string, literal bool) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\r':
			b.WriteByte('\n')
			if strings.HasPrefix(s[i+1:], "\n") {
				i++
			}
		case c == '&' && !literal:
			r, n := reference(s[i:])
			if n == 0 { // the lexer lets none pass; Unescape may meet one
				r, n = '&', 1
			}
			b.WriteRune(r)
			i += n - 1
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// Unescape returns the text that a stretch of XML text stands for. It is for the
// content of elements that a [Stream] passed over.
func Unescape(s string) string { return resolve(s, false) }
