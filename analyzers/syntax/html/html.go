// Package html finds the code and the addresses in a page: inline scripts, event
// handler attributes, javascript: URLs, and what the page loads or leads to, each
// with its exact bytes.
//
// It does not build a tree. The tokens of golang.org/x/net/html tell where tags
// and raw texts begin and end, as browsers see them; the attributes of a tag are
// read here, because the tokenizer does not tell their places.
package html

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"golang.org/x/net/html"
)

// The bounds of what is read.
const (
	MaxSize    = 64 << 20 // bytes of text
	MaxScripts = 20_000
	maxLinks   = 200_000
)

// A Span is a range of bytes of the page, the end excluded.
type Span struct{ Start, End int }

// A Page is what was found, in the order of the text.
type Page struct {
	Scripts []*Script
	Links   []Link
	IsHTML  bool   // it has a tag
	Err     *Error // where reading ended before the end; nil where it did not
}

// RemoteScripts returns the links by which the page loads scripts from a host that
// it names.
func (p *Page) RemoteScripts() iter.Seq[Link] {
	return func(yield func(Link) bool) {
		for _, l := range p.Links {
			if l.Element == "script" && l.Attribute == "src" && l.IsRemote() && !yield(l) {
				return
			}
		}
	}
}

// An Error is why the rest of a page was not read.
type Error struct {
	Offset  int
	Message string // without a final full stop
}

func (e *Error) Error() string { return fmt.Sprintf("byte %d: %s", e.Offset, e.Message) }

// Kind tells how a script stands in a page.
type Kind int

// The kinds of scripts.
const (
	Inline  Kind = iota // the text of a script element
	Module              // the text of <script type="module">
	Handler             // an attribute like onclick
	URL                 // what follows "javascript:" in an attribute
)

// A Script is code in a page.
type Script struct {
	Kind      Kind
	Element   string // name of the element, in lower case
	Attribute string // name of the attribute of a Handler or URL, in lower case
	Span             // the code as it is written
	Code      []byte // the code as it is run: entities of attributes are resolved
	shifts    []shift
}

// Offset returns where in the page a byte of Code stands. A byte that an entity
// stands for is at the beginning of the entity.
func (s *Script) Offset(i int) int { return s.Start + place(s.shifts, i) }

// IsVerbatim reports whether Code is written in the page byte for byte.
func (s *Script) IsVerbatim() bool { return len(s.shifts) == 0 }

// A Link is an address in a page that is no javascript: URL.
type Link struct {
	Element   string // in lower case
	Attribute string // in lower case
	URL       string // entities are resolved, blanks around are removed
	Span             // the attribute's value as it is written
}

// Loads reports whether a browser fetches the address by itself, as it does not
// for the links that a user follows.
func (l Link) Loads() bool {
	switch l.Element {
	case "a", "area", "form", "button", "input", "base":
		return false
	}
	return true
}

// IsRemote reports whether the address names a host.
func (l Link) IsRemote() bool {
	s := strings.ToLower(l.URL)
	return strings.HasPrefix(s, "//") || strings.HasPrefix(s, "http:") || strings.HasPrefix(s, "https:")
}

// Read reads a page, which must be UTF-8 without byte order mark and must not be
// changed afterwards: the code of scripts is part of it.
func Read(src []byte) *Page {
	r := &reader{src: src, page: new(Page)}
	if len(src) > MaxSize {
		r.fail(0, fmt.Sprintf("page larger than %d MB", MaxSize>>20))
		return r.page
	}
	r.tokens()
	return r.page
}

// A reader reads one page.
type reader struct {
	src    []byte
	page   *Page
	script *Script // the script element that is open
}

func (r *reader) fail(offset int, message string) {
	r.page.Err = &Error{offset, message}
}

// tokens goes through the page. The offset of a token is the sum of the lengths of
// all before it, because the tokenizer leaves out nothing.
func (r *reader) tokens() {
	z := html.NewTokenizer(bytes.NewReader(r.src))
	z.SetMaxBuf(len(r.src) + 64)
	for end := 0; r.page.Err == nil; {
		kind := z.Next()
		start := end
		end += len(z.Raw())
		if kind == html.ErrorToken {
			if err := z.Err(); !errors.Is(err, io.EOF) {
				r.fail(start, err.Error())
			}
			return
		}
		r.token(kind, Span{start, end})
	}
}

func (r *reader) token(kind html.TokenType, at Span) {
	switch kind {
	case html.TextToken:
		if r.script != nil {
			r.script.Span, r.script.Code = at, r.src[at.Start:at.End]
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		r.page.IsHTML = true
		r.tag(at)
	case html.EndTagToken:
		if s := r.script; s != nil && len(bytes.TrimSpace(s.Code)) > 0 {
			r.add(s)
		}
		r.script = nil
	default: // comments and the document type hold nothing
	}
}

func (r *reader) add(s *Script) {
	if len(r.page.Scripts) >= MaxScripts {
		r.fail(s.Start, fmt.Sprintf("more than %d scripts in one page", MaxScripts))
		return
	}
	r.page.Scripts = append(r.page.Scripts, s)
}

// tag reads a start tag.
func (r *reader) tag(at Span) {
	raw := r.src[at.Start:at.End]
	element := tagName(raw)
	var script scriptTag
	for a := range attributes(raw) {
		value := Span{at.Start + a.value.Start, at.Start + a.value.End}
		script.note(a.name, raw[a.value.Start:a.value.End])
		r.attribute(element, a.name, value)
	}
	if element == "script" {
		r.script = script.open()
	}
}

// attribute reads the value of an attribute where it is code or an address.
func (r *reader) attribute(element, name string, at Span) {
	isLink := isAddress(name)
	if !isLink && !isHandler(name) {
		return
	}
	code, shifts := resolve(r.src[at.Start:at.End])
	if !isLink {
		if len(bytes.TrimSpace(code)) > 0 {
			r.add(&Script{Handler, element, name, at, code, shifts})
		}
		return
	}
	if n := schemeLength(code); n > 0 {
		from := place(shifts, n)
		r.add(&Script{URL, element, name, Span{at.Start + from, at.End}, code[n:], after(shifts, n, from)})
		return
	}
	if len(r.page.Links) >= maxLinks {
		r.fail(at.Start, fmt.Sprintf("more than %d addresses in one page", maxLinks))
		return
	}
	if url := strings.TrimSpace(string(code)); url != "" {
		r.page.Links = append(r.page.Links, Link{element, name, url, at})
	}
}

func isHandler(name string) bool {
	return len(name) > 2 && name[:2] == "on" && strings.Trim(name[2:], "abcdefghijklmnopqrstuvwxyz") == ""
}

func isAddress(name string) bool {
	switch name {
	case "src", "href", "action", "formaction", "data", "xlink:href", "poster":
		return true
	}
	return false
}

// schemeLength returns the length of "javascript:" at the beginning of an address
// and of the blanks around it, 0 for another address.
func schemeLength(code []byte) int {
	const scheme = "javascript:"
	blanks := len(code) - len(bytes.TrimLeft(code, " \t\r\n\f"))
	rest := code[blanks:]
	if len(rest) < len(scheme) || !strings.EqualFold(string(rest[:len(scheme)]), scheme) {
		return 0
	}
	return blanks + len(scheme)
}

// A scriptTag is what the attributes of a script element say.
type scriptTag struct {
	kind, language  string
	hasKind, hasSrc bool
}

func (t *scriptTag) note(name string, raw []byte) {
	switch name {
	case "type":
		value, _ := resolve(raw)
		mime, _, _ := strings.Cut(string(value), ";")
		t.kind, t.hasKind = strings.ToLower(strings.TrimSpace(mime)), true
	case "language":
		value, _ := resolve(raw)
		t.language = strings.ToLower(string(value))
	case "src", "xlink:href":
		t.hasSrc = true
	}
}

// open returns the script that begins after the tag, nil where what follows is
// no script or is not run.
func (t *scriptTag) open() *Script {
	s := &Script{Kind: Inline, Element: "script"}
	if t.kind == "module" {
		s.Kind = Module
	}
	if t.hasSrc || !t.isJavaScript() {
		return nil
	}
	return s
}

// isJavaScript follows the HTML standard's "prepare the script element", and its
// list of the types that mean JavaScript.
func (t *scriptTag) isJavaScript() bool {
	kind := t.kind
	if !t.hasKind && t.language != "" {
		kind = "text/" + t.language
	}
	if kind == "" || kind == "module" {
		return true
	}
	family, name, _ := strings.Cut(kind, "/")
	if family != "text" && family != "application" {
		return false
	}
	switch strings.TrimPrefix(name, "x-") {
	case "javascript", "ecmascript":
		return true
	case "jscript", "livescript", "javascript1.0", "javascript1.1", "javascript1.2", "javascript1.3", "javascript1.4", "javascript1.5":
		return family == "text"
	}
	return false
}
