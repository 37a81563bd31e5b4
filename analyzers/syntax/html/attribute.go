package html

import (
	"bytes"
	"iter"
	"slices"
)

// An attribute is one of a start tag. Its value is a range of the tag's bytes,
// without quotes.
type attribute struct {
	name  string // in lower case
	value Span
}

// isSpace holds the blanks that the HTML standard names.
func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

func isNameEnd(c byte) bool { return isSpace(c) || c == '/' || c == '>' }

// tagName returns the name of a start tag, in lower case.
func tagName(raw []byte) string {
	i := min(1, len(raw))
	for i < len(raw) && !isNameEnd(raw[i]) {
		i++
	}
	return lower(raw[min(1, len(raw)):i])
}

// attributes returns the attributes of a start tag in order. The first of several
// with one name is the one that counts; the others are left out.
func attributes(raw []byte) iter.Seq[attribute] {
	return func(yield func(attribute) bool) {
		s := &tagScanner{raw: raw, at: min(1, len(raw))}
		for s.more() && !isNameEnd(s.raw[s.at]) {
			s.at++
		}
		var seen names
		for s.begin() {
			a := attribute{name: s.name(), value: s.value()}
			if a.name != "" && seen.add(a.name) && !yield(a) {
				return
			}
		}
	}
}

// names is a set that needs no memory of its own for the few names of most tags.
type names struct {
	few  [8]string
	n    int
	many map[string]bool
}

// add reports whether the name was not in the set.
func (s *names) add(name string) bool {
	if slices.Contains(s.few[:s.n], name) || s.many[name] {
		return false
	}
	if s.n < len(s.few) {
		s.few[s.n] = name
		s.n++
		return true
	}
	if s.many == nil {
		s.many = make(map[string]bool)
	}
	s.many[name] = true
	return true
}

// A tagScanner goes through the bytes of a start tag.
type tagScanner struct {
	raw []byte
	at  int
}

func (s *tagScanner) more() bool { return s.at < len(s.raw) }

func (s *tagScanner) blanks() {
	for s.more() && isSpace(s.raw[s.at]) {
		s.at++
	}
}

// begin goes to the next name and reports whether there is one.
func (s *tagScanner) begin() bool {
	for s.more() && (isSpace(s.raw[s.at]) || s.raw[s.at] == '/') {
		s.at++
	}
	return s.more() && s.raw[s.at] != '>'
}

// name reads the name of an attribute, which may begin with an equals sign.
func (s *tagScanner) name() string {
	start := s.at
	for s.more() && !isNameEnd(s.raw[s.at]) && (s.raw[s.at] != '=' || s.at == start) {
		s.at++
	}
	return lower(s.raw[start:s.at])
}

// value reads the value after a name; an attribute without one has an empty value
// where its name ends.
func (s *tagScanner) value() Span {
	empty := Span{s.at, s.at}
	s.blanks()
	if !s.more() || s.raw[s.at] != '=' {
		return empty
	}
	s.at++
	s.blanks()
	start := s.at
	if s.more() && (s.raw[start] == '"' || s.raw[start] == '\'') {
		return s.quoted(start + 1)
	}
	for s.more() && !isSpace(s.raw[s.at]) && s.raw[s.at] != '>' {
		s.at++
	}
	return Span{start, s.at}
}

func (s *tagScanner) quoted(start int) Span {
	n := bytes.IndexByte(s.raw[start:], s.raw[start-1])
	if n < 0 {
		s.at = len(s.raw)
		return Span{start, s.at}
	}
	s.at = start + n + 1
	return Span{start, start + n}
}

// lower returns a name in lower case; only letters of ASCII have two cases in HTML.
func lower(name []byte) string {
	b := bytes.Clone(name)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
