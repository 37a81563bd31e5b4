package xmltree

import "strings"

// A kind tells tokens apart.
type kind uint8

const (
	endOfText kind = iota
	startTag
	endTag
	charData // text or a CDATA section
	other    // comment, processing instruction, document type declaration
)

// A lexer cuts XML into tokens and refuses what is not well-formed within one.
type lexer struct {
	s   string
	pos int // after the current token

	// inner is the name of the innermost open element, which an end tag is
	// compared with before anything else is tried.
	inner string

	// The current token.
	start      int  // where it begins
	name       name // of a tag
	empty      bool // a start tag that is its own end tag
	attributes []attribute
	data       run  // content of character data
	literal    bool // character data is a CDATA section
}

// A name is one as it was written, with the index of the colon after its prefix,
// 0 where it has none.
type name struct {
	s     string
	colon int
}

func (n name) split() (prefix, local string) {
	if n.colon == 0 {
		return "", n.s
	}
	return n.s[:n.colon], n.s[n.colon+1:]
}

// A run is a stretch of text.
type run struct {
	Span
	plain bool // it stands for itself: no references, no carriage returns
}

// An attribute is one as it was written; the run lies within the quotes.
type attribute struct {
	name  name
	value run
}

func fail(offset int, message string) error { return &Error{Offset: offset, Message: message} }

// next reads one token.
func (l *lexer) next() (kind, error) {
	l.start = l.pos
	if l.pos >= len(l.s) {
		return endOfText, nil
	}
	if l.s[l.pos] != '<' {
		return charData, l.text()
	}
	l.pos++
	switch l.peek() {
	case '/':
		l.pos++
		return endTag, l.closing()
	case '?':
		l.pos++
		return other, l.instruction()
	case '!':
		return l.markup()
	}
	return startTag, l.opening()
}

// peek returns the byte at pos, 0 at the end of the text.
func (l *lexer) peek() byte {
	if l.pos < len(l.s) {
		return l.s[l.pos]
	}
	return 0
}

func (l *lexer) blanks() {
	for l.pos < len(l.s) && class[l.s[l.pos]]&blankByte != 0 {
		l.pos++
	}
}

// text reads character data up to the next tag.
func (l *lexer) text() (err error) {
	l.literal = false
	l.data, err = l.until('<', textStop)
	return err
}

// until reads text up to the byte end or the end of all, looking closer at bytes
// of the class stop.
func (l *lexer) until(end byte, stop uint8) (run, error) {
	s, i := l.s, l.pos
	r := run{Span{i, i}, true}
	for ; i < len(s); i++ {
		c := s[i]
		if class[c]&stop == 0 {
			continue
		}
		if c == end {
			break
		}
		if c == '&' || c == '\r' {
			r.plain = false
		}
		if message := refusal(s[i:], stop); message != "" {
			return r, fail(i, message)
		}
	}
	r.End, l.pos = i, i
	return r, nil
}

// refusal says what is wrong with the beginning of s as a part of text (stop is
// textStop) or of a value (quoteStop); it is empty where nothing is.
func refusal(s string, stop uint8) string {
	switch c := s[0]; {
	case c == '&':
		return referenceRefusal(s)
	case c == '<':
		return `"<" stands within the value of an attribute`
	case c == ']' && stop == textStop && strings.HasPrefix(s, "]]>"):
		return `"]]>" stands outside of a CDATA section`
	case c < ' ' && class[c]&blankByte == 0:
		return "a control character stands here, which XML forbids"
	case strings.HasPrefix(s, "\uFFFE") || strings.HasPrefix(s, "\uFFFF"):
		return "a character stands here that XML forbids"
	}
	return ""
}

// tagName reads the name of an element or attribute.
func (l *lexer) tagName() (name, error) {
	from := l.pos
	s, seen, err := l.word()
	if err != nil || seen&colonByte == 0 {
		return name{s: s}, err
	}
	colon := strings.IndexByte(s, ':')
	if strings.IndexByte(s[colon+1:], ':') >= 0 {
		return name{}, fail(from, "a name has two colons")
	}
	if colon == len(s)-1 {
		colon = 0 // a colon at either end separates nothing
	}
	return name{s, colon}, nil
}

// word reads a name of any kind and returns it with the classes of all its bytes.
func (l *lexer) word() (w string, seen uint8, err error) {
	s, i := l.s, l.pos
	for i < len(s) && class[s[i]]&nameByte != 0 {
		seen |= class[s[i]]
		i++
	}
	if i == len(s) {
		return "", 0, fail(l.start, "the text ends within a tag")
	}
	w = s[l.pos:i]
	if w == "" || !isFirst(w[0]) || seen&wideByte != 0 && !isWideName(w) {
		return "", 0, fail(l.pos, "a name was expected here")
	}
	l.pos = i
	return w, seen, nil
}

// closing reads an end tag after "</".
func (l *lexer) closing() (err error) {
	end := l.pos + len(l.inner)
	if end < len(l.s) && l.s[end] == '>' && l.s[l.pos:end] == l.inner && l.inner != "" {
		l.name, l.pos = name{s: l.inner}, end+1
		return nil
	}
	if l.name, err = l.tagName(); err != nil {
		return err
	}
	l.blanks()
	return l.expect('>', "an end tag holds more than its name")
}

func (l *lexer) expect(c byte, otherwise string) error {
	if l.pos >= len(l.s) {
		return fail(l.start, "the text ends within a tag")
	}
	if l.s[l.pos] != c {
		return fail(l.pos, otherwise)
	}
	l.pos++
	return nil
}

// opening reads a start tag after "<".
func (l *lexer) opening() (err error) {
	if l.name, err = l.tagName(); err != nil {
		return err
	}
	l.attributes = l.attributes[:0]
	for {
		before := l.pos
		l.blanks()
		if c := l.peek(); c == '>' || c == '/' {
			return l.tagEnd(c == '/')
		}
		if l.pos == before {
			return l.expect(' ', "a blank was expected here")
		}
		if err := l.attribute(); err != nil {
			return err
		}
	}
}

// tagEnd reads the end of a start tag.
func (l *lexer) tagEnd(empty bool) error {
	l.empty = empty
	if empty {
		l.pos++
	}
	if err := l.expect('>', `">" was expected after "/"`); err != nil {
		return err
	}
	return l.distinct()
}

func (l *lexer) attribute() (err error) {
	var a attribute
	if a.name, err = l.tagName(); err != nil {
		return err
	}
	l.blanks()
	if err := l.expect('=', "an attribute has no value"); err != nil {
		return err
	}
	l.blanks()
	quote := l.peek()
	if quote != '"' && quote != '\'' {
		return l.expect('"', "the value of an attribute is not in quotes")
	}
	l.pos++
	if a.value, err = l.until(quote, quoteStop); err != nil {
		return err
	}
	l.attributes = append(l.attributes, a)
	return l.expect(quote, "")
}

// few is the number of attributes up to which each is compared with each.
const few = 12

// distinct checks that no attribute occurs twice.
func (l *lexer) distinct() error {
	if len(l.attributes) > few {
		return l.distinctMany()
	}
	for i, a := range l.attributes {
		for _, b := range l.attributes[:i] {
			if a.name.s == b.name.s {
				return twice(a)
			}
		}
	}
	return nil
}

func (l *lexer) distinctMany() error {
	seen := make(map[string]bool, len(l.attributes))
	for _, a := range l.attributes {
		if seen[a.name.s] {
			return twice(a)
		}
		seen[a.name.s] = true
	}
	return nil
}

func twice(a attribute) error {
	return fail(a.value.Start, `the attribute "`+a.name.s+`" occurs twice in one tag`)
}
