package solutions

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
)

// A splice puts a text in the place of another one.
type splice struct {
	member   string
	from, to int
	text     string
}

// caret stands in the text of an edit where the defect is to be found.
const caret = "‸"

// put has a text replaced.
func (m *maker) put(member string, from, to int, text string) {
	m.splice = append(m.splice, splice{member, from, to, m.expand(text)})
}

// do makes one edit and reports whether it had a place.
func (m *maker) do(e *edit) bool {
	switch e.verb {
	case "if", "unless":
		n, ok := m.first(e.path)
		if ok && e.path.attr != "" {
			_, ok = n.Attr(e.path.attr)
		}
		return ok == (e.verb == "if")
	case "set", "add", "before", "replace", "swap", "copy", "delete", "at":
		n, ok := m.first(e.path)
		return ok && m.doNode(e, n)
	}
	return m.doMember(e)
}

func (m *maker) doNode(e *edit, n node) bool {
	span, tag := n.Span(), n.StartTag()
	switch e.verb {
	case "set":
		return m.set(n, e.path.attr, e.text)
	case "add":
		if isEmptyTag(m.source.Package[n.member][tag.Start:tag.End]) {
			m.put(n.member, tag.End-len("/>"), tag.End, ">"+e.text+"</"+n.Element.FullTag()+">")
			return true
		}
		end := span.End - len("</"+n.Element.FullTag()+">")
		m.put(n.member, end, end, e.text)
	case "before":
		m.put(n.member, span.Start, span.Start, e.text)
	case "replace":
		m.put(n.member, span.Start, span.End, e.text)
	case "swap":
		return m.swap(e, n)
	case "copy":
		return m.copy(e, n)
	case "delete":
		from, to := span.Start, span.End
		if e.path.attr != "" {
			value := n.AttrSpan(e.path.attr)
			from, to = value.Start-len(e.path.attr+`="`)-1, value.End+1
		}
		m.put(n.member, from, to, "")
	case "at":
		m.at = &Place{n.member, start(n, e.path.attr)}
	}
	return true
}

func isEmptyTag(tag []byte) bool { return strings.HasSuffix(string(tag), "/>") }

// start returns where a finding about an element or its attribute, or about its
// text where attr is "text", begins.
func start(n node, attr string) int {
	switch attr {
	case "":
		return n.StartTag().Start
	case "text":
		return n.Content().Start
	}
	span := n.AttrSpan(attr)
	if span.Start == span.End {
		return span.Start - 1
	}
	return span.Start
}

// set gives an element another text, or an attribute another value.
func (m *maker) set(n node, attr, text string) bool {
	tag := n.StartTag()
	if attr == "" {
		if isEmptyTag(m.source.Package[n.member][tag.Start:tag.End]) {
			m.put(n.member, tag.End-len("/>"), tag.End, ">"+text+"</"+n.Element.FullTag()+">")
			return true
		}
		m.put(n.member, n.Content().Start, n.Content().End, text)
		return true
	}
	if _, ok := n.Attr(attr); ok {
		m.put(n.member, n.AttrSpan(attr).Start, n.AttrSpan(attr).End, text)
		return true
	}
	at := tag.Start + len("<"+n.Element.FullTag())
	m.put(n.member, at, at, fmt.Sprintf(` %s="%s"`, attr, text))
	return true
}

// swap puts one text in the place of another one, in the text of an element or the
// value of an attribute.
func (m *maker) swap(e *edit, n node) bool {
	span := n.Content()
	if e.path.attr != "" {
		span = n.AttrSpan(e.path.attr)
	}
	pair, err := quoted(m.expand(e.text))
	if err != nil || len(pair) != 2 {
		m.err = fmt.Errorf("line %d: %q is no pair of quoted texts", e.line, e.text)
		return false
	}
	old := string(m.source.Package[n.member][span.Start:span.End])
	if !strings.Contains(old, pair[0]) {
		return false
	}
	m.put(n.member, span.Start, span.End, caret+strings.Replace(old, pair[0], pair[1], 1))
	return true
}

// copy puts a copy of an element behind it, with texts in it replaced: pairs of
// quoted texts.
func (m *maker) copy(e *edit, n node) bool {
	text := string(m.source.Package[n.member][n.Span().Start:n.Span().End])
	pairs, err := quoted(m.expand(e.text))
	if err != nil || len(pairs)%2 != 0 {
		m.err = fmt.Errorf("line %d: %q are no pairs of quoted texts", e.line, e.text)
		return false
	}
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			return false
		}
		text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
	}
	if e.isPlace {
		text = caret + text
	}
	m.splice = append(m.splice, splice{n.member, n.Span().End, n.Span().End, text})
	return true
}

// quoted reads texts in quotes.
func quoted(s string) (list []string, err error) {
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		prefix, err := strconv.QuotedPrefix(s)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", s, err)
		}
		text, err := strconv.Unquote(prefix)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", s, err)
		}
		list, s = append(list, text), s[len(prefix):]
	}
	return list, nil
}

// doMember makes an edit of a member that is looked at as plain text or bytes.
func (m *maker) doMember(e *edit) bool {
	name := m.member(e.member)
	if e.verb == "drop" {
		return m.drop(name)
	}
	old, ok := m.source.Package[name]
	switch {
	case e.verb == "whole":
		m.at = &Place{name, whole}
		return true
	case ok == (e.verb == "file" || e.verb == "without"): // added is what is not there, changed is what is
		return false
	case e.verb == "file":
		m.file(e, name)
	case e.verb == "append":
		m.put(name, len(old), len(old), "\n;"+e.text+"\n")
	case e.verb == "change":
		return m.change(e, name, string(old))
	case e.verb == "call":
		return m.call(name, old, e.text)
	}
	return true
}

// file adds a member, and says in the list of content types that it is there.
func (m *maker) file(e *edit, name string) {
	text := e.text
	if e.isPlace {
		m.at = &Place{name, whole}
	}
	if list, err := quoted(text); err == nil && len(list) == 1 {
		text = list[0]
	}
	m.put(name, 0, 0, text)
	if i := strings.LastIndex(string(m.source.Package[contentTypes]), "</Types>"); i >= 0 {
		m.put(contentTypes, i, i, `<Override PartName="/`+name+`" ContentType="application/octet-stream" />`)
	}
}

// drop removes the members that a pattern matches.
func (m *maker) drop(pattern string) bool {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(m.source.Package)), func(name string) bool {
		ok, err := path.Match(pattern, name)
		return !ok || err != nil
	})
	for _, name := range names {
		m.splice = append(m.splice, splice{name, whole, whole, ""})
	}
	return len(names) > 0
}

func (m *maker) change(e *edit, name, old string) bool {
	pair, err := quoted(e.text)
	if err != nil || len(pair) != 2 {
		m.err = fmt.Errorf("line %d: %q is no pair of quoted texts", e.line, e.text)
		return false
	}
	i := strings.Index(old, pair[0])
	if i < 0 {
		return false
	}
	m.put(name, i, i+len(pair[0]), pair[1])
	return true
}
