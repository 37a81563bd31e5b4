package secret

import (
	"bytes"
	"strings"
)

// The limits of what is looked at around a stem.
const (
	maxName  = 64
	maxBlank = 8
	minValue = 4
	maxValue = 1024
)

// telling returns the word that a name ends with, which says that a secret stands
// under it. Digits at its end, and what joins its words, do not count.
func telling(name string) (word, bool) {
	if len(name) > maxName {
		return word{}, false
	}
	plain := make([]byte, 0, maxName)
	for i := range len(name) {
		if c := name[i]; c != ' ' && c != '_' && c != '-' && c != '.' {
			plain = append(plain, lower(c))
		}
	}
	plain = bytes.TrimRight(plain, "0123456789")
	var longest word
	for _, w := range words() {
		if len(w.ending) > len(longest.ending) && len(plain) >= len(w.ending) && string(plain[len(plain)-len(w.ending):]) == w.ending {
			longest = w
		}
	}
	return longest, longest.ending != ""
}

// name looks at the name that holds the stem at offset, and at the value that
// stands under it.
func (s *scanner) name(offset, length int) {
	if offset < s.names {
		return
	}
	from, to := offset, offset+length
	for from > 0 && offset-from < maxName && isNameByte(s.text[from-1]) {
		from--
	}
	for to < len(s.text) && to-offset < maxName && isNameByte(s.text[to]) {
		to++
	}
	s.names = to
	v, ok := s.value(from, to)
	if !ok || v.end-v.start < minValue {
		return
	}
	if w, ok := telling(s.text[from:to]); ok && looksSecret(s.text[v.start:v.end], w.word, v.connection) {
		s.found = append(s.found, Secret{Kind: w.kind, Start: v.start, End: v.end, named: true})
	}
}

func isNameByte(c byte) bool { return isWordByte(c) || c == '-' || c == '.' }

// A value is what stands under a name.
type value struct {
	start, end int
	connection bool // in a connection string
}

// value finds the value under the name between two offsets.
func (s *scanner) value(from, to int) (value, bool) {
	c := cursor{s.text, to}
	closed := c.quote() != 0
	c.take("]")
	c.blanks()
	if closed {
		c.pairedValue()
	}
	switch {
	case c.take(":="), c.take("=>"), !c.is("==") && c.take("="), !c.is("::") && c.take(":"):
	case !closed && c.take(">"), closed && c.innerValue():
		return c.until("<\n", "<")
	default:
		return value{}, false
	}
	touching := c.at
	c.blanks()
	if quote := c.quote(); quote != 0 {
		return c.until(string(quote)+"\\&\n", string(quote)+"\\&")
	}
	if touching != c.at || s.text[touching-1] != '=' {
		return value{}, false
	}
	return s.bare(from, c)
}

// bare finds a value without quotes: in the query of an address or in a
// connection string.
func (s *scanner) bare(from int, c cursor) (value, bool) {
	switch s.keyBefore(from) {
	case '?', '&':
		return c.until("&#\"'<> \n\\;", "")
	case ';':
		v, ok := c.until(";\"'<>\n\\", "")
		v.connection = true
		return v, ok
	case '"', '\'', '>', 0:
		v, ok := c.until(";\"'<>\n\\", "")
		v.connection = v.end < len(s.text) && s.text[v.end] == ';'
		return v, ok
	}
	return value{}, false
}

// keyBefore returns what stands before the key that ends with the name at from,
// without blanks and the further words of the key ("Client Secret"): 0 where the
// text begins there.
func (s *scanner) keyBefore(from int) byte {
	for i := from - 1; i >= 0 && from-i < maxName; i-- {
		if c := s.text[i]; !isLetter(c) && c != ' ' {
			return c
		}
	}
	if from >= maxName {
		return ' '
	}
	return 0
}

// A cursor walks over a text.
type cursor struct {
	text string
	at   int
}

func (c *cursor) is(token string) bool { return strings.HasPrefix(c.text[c.at:], token) }

func (c *cursor) take(token string) bool {
	if !c.is(token) {
		return false
	}
	c.at += len(token)
	return true
}

func (c *cursor) blanks() { c.skip(isSpace) }

// skip steps over a few bytes.
func (c *cursor) skip(over func(byte) bool) {
	end := min(len(c.text), c.at+maxBlank)
	for c.at < end && over(c.text[c.at]) {
		c.at++
	}
}

// quote takes a quotation mark, also as strings and XML escape it, and returns it.
func (c *cursor) quote() byte {
	c.skip(func(b byte) bool { return b == '\\' })
	switch {
	case c.take("&quot;"), c.take(`"`):
		return '"'
	case c.take("&apos;"), c.take("'"):
		return '\''
	case c.take("`"):
		return '`'
	}
	return 0
}

// pairedValue steps over what stands between a name and its value where both are
// values themselves: {"name": "apiKey", "value": "…"}, key="ApiKey" value="…".
func (c *cursor) pairedValue() {
	ahead := *c
	ahead.take(",")
	ahead.blanks()
	ahead.quote()
	if !hasPrefixFold(ahead.text[ahead.at:], "value") {
		return
	}
	ahead.at += len("value")
	ahead.quote()
	ahead.blanks()
	if ahead.is("=") || ahead.is(":") {
		*c = ahead
	}
}

// innerValue steps into the element of the value where the name is an attribute of
// the one around it: <setting name="ApiKey" serializeAs="String"><value>…</value>.
func (c *cursor) innerValue() bool {
	ahead := *c
	end := strings.IndexAny(ahead.text[ahead.at:min(len(ahead.text), ahead.at+maxName)], "<>")
	if end < 0 {
		return false
	}
	ahead.at += end
	if !ahead.take(">") || ahead.text[ahead.at-2] == '/' {
		return false
	}
	ahead.blanks()
	if !hasPrefixFold(ahead.text[ahead.at:], "<value>") {
		return false
	}
	c.at = ahead.at + len("<value>")
	return true
}

// until returns the value from the cursor up to one of some bytes. Unless the
// text may end there too, one of the closing ones must come.
func (c *cursor) until(stops, closing string) (value, bool) {
	limit := min(len(c.text), c.at+maxValue+1)
	i := strings.IndexAny(c.text[c.at:limit], stops)
	if i < 0 {
		return value{start: c.at, end: limit}, closing == "" && limit == len(c.text)
	}
	end := c.at + i
	return value{start: c.at, end: end}, closing == "" || strings.IndexByte(closing, c.text[end]) >= 0
}
