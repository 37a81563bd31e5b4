package xmltree_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/beevik/etree"

	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// stricter are the beginnings of the errors for what etree lets pass.
var stricter = []string{
	"text stands outside", "a second root", "the text holds no element", "the attribute ", "a blank was expected",
	"an XML declaration stands after", "bytes that are not UTF-8", "the reference is to a character",
	`"&" begins no`, // a surrogate, or digits without end
	"the XML declaration has the version",
}

func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 4<<10 {
			return // the checks below are quadratic
		}
		doc, err := xmltree.Parse(text)
		theirs := etree.NewDocument()
		theirErr := theirs.ReadFromBytes(text)
		switch {
		case err == nil && theirErr != nil:
			t.Fatalf("etree refuses it: %v", theirErr)
		case err == nil:
			if got, want := dump(&doc.Tree.Element), dump(&theirs.Element); got != want {
				t.Fatalf("tree:\n%s\netree:\n%s", got, want)
			}
		case theirErr == nil && !isStricter(err):
			t.Fatalf("etree accepts it: %v", err)
		}
		checkPlaces(t, text, doc, err)
		checkStream(t, text, doc, err)
	})
}

func isStricter(err error) bool {
	for _, prefix := range stricter {
		if strings.HasPrefix(err.Error(), prefix) {
			return true
		}
	}
	return false
}

// dump prints a tree without what the tree of this package leaves out.
func dump(e *etree.Element) string {
	var b strings.Builder
	var walk func(e *etree.Element, indent string)
	walk = func(e *etree.Element, indent string) {
		fmt.Fprintf(&b, "%s%s:%s", indent, e.Space, e.Tag)
		for _, a := range e.Attr {
			fmt.Fprintf(&b, " %s:%s=%q", a.Space, a.Key, a.Value)
		}
		b.WriteByte('\n')
		for _, c := range e.Child {
			switch c := c.(type) {
			case *etree.CharData:
				if strings.Trim(c.Data, " \t\r\n") != "" && e.Parent() != nil {
					fmt.Fprintf(&b, "%s %q\n", indent, c.Data)
				}
			case *etree.Element:
				walk(c, indent+" ")
			}
		}
	}
	walk(e, "")
	return b.String()
}

// checkPlaces checks that each element's bytes are an element of that name, whose
// attributes and text lie where they are said to.
func checkPlaces(t *testing.T, text []byte, doc *xmltree.Document, err error) {
	t.Helper()
	root := doc.Root()
	if !root.IsSet() {
		return
	}
	end := len(text)
	for n := range root.Below() {
		checkPlace(t, text, n, err == nil)
		if got := doc.Node(n.Element); got != n {
			t.Fatalf("Node(%s) = %v, want %v", n.Tag(), got, n)
		}
		end = min(end, n.Span().End)
	}
	checkPlace(t, text, root, err == nil)
}

func checkPlace(t *testing.T, text []byte, n xmltree.Node, whole bool) {
	t.Helper()
	tag, span, content := n.StartTag(), n.Span(), n.Content()
	if !strings.HasPrefix(string(text[tag.Start:tag.End]), "<"+n.Element.FullTag()) || text[tag.End-1] != '>' {
		t.Fatalf("start tag of %s: %q", n.Tag(), text[tag.Start:tag.End])
	}
	if content.Start < tag.End || content.End > span.End || span.Start != tag.Start {
		t.Fatalf("places of %s: %v %v %v", n.Tag(), tag, content, span)
	}
	for _, a := range n.Element.Attr {
		s := n.AttrSpan(a.FullKey())
		if got := xmltree.Unescape(string(text[s.Start:s.End])); got != a.Value {
			t.Fatalf("attribute %s of %s: %q, want %q", a.FullKey(), n.Tag(), got, a.Value)
		}
	}
	if !whole {
		return
	}
	again, err := xmltree.Parse(text[span.Start:span.End])
	if err != nil {
		t.Fatalf("element %s alone: %v", n.Tag(), err)
	}
	if got, want := dump(again.Root().Element), dump(n.Element); got != want {
		t.Fatalf("element alone:\n%s\nwithin:\n%s", got, want)
	}
}

// checkStream checks that a stream finds the same.
func checkStream(t *testing.T, text []byte, doc *xmltree.Document, err error) {
	t.Helper()
	if _, got := xmltree.NewStream().Read(text); !sameError(got, err) {
		t.Fatalf("a stream without parts: %v, want %v", got, err)
	}
	root := doc.Root()
	if !root.IsSet() || err != nil {
		return
	}
	var got, want []string
	for n := range root.Children() {
		want = append(want, fmt.Sprint(dump(n.Element), n.Span()))
	}
	var parts []xmltree.Part
	seen := make(map[string]bool)
	for n := range root.Children() {
		path := root.Element.FullTag() + "/" + n.Element.FullTag()
		if !seen[path] {
			seen[path] = true
			parts = append(parts, xmltree.Part{Path: path, Read: func(n xmltree.Node) {
				got = append(got, fmt.Sprint(dump(n.Element), n.Span()))
			}})
		}
	}
	name, streamErr := xmltree.NewStream(parts...).Read(text)
	if streamErr != nil || name != root.Element.FullTag() {
		t.Fatalf("stream: %q, %v", name, streamErr)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Fatalf("stream:\n%s\nwant:\n%s", got, want)
	}
}

func sameError(a, b error) bool {
	var x, y *xmltree.Error
	if errors.As(a, &x) != errors.As(b, &y) {
		return false
	}
	return x == nil || *x == *y
}
