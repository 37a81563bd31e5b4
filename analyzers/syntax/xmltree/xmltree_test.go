package xmltree_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

const document = `<?xml version="1.0" encoding="utf-16"?>
<root xmlns:x="urn:x">
  <item id="1" x:kind=' a &amp; b '>  one &lt; two  </item>
  <!-- note -->
  <item id="2"><inner/><inner at="ü">ü</inner></item>
  <data><![CDATA[<raw>]]> and more</data>
  <empty></empty>
</root>
`

func parse(t *testing.T, text string) *xmltree.Document {
	t.Helper()
	doc, err := xmltree.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func at(text string, s xmltree.Span) string { return text[s.Start:s.End] }

func TestNode(t *testing.T) {
	root := parse(t, document).Root()
	var names []string
	for n := range root.Below() {
		names = append(names, n.Tag())
	}
	if want := []string{"item", "item", "inner", "inner", "data", "empty"}; !slices.Equal(names, want) {
		t.Errorf("Below gives %v, want %v", names, want)
	}
	item := root.Child("item")
	for name, c := range map[string]struct{ got, want string }{
		"text":            {item.Text(), "one < two"},
		"content":         {at(document, item.Content()), "one &lt; two"},
		"start tag":       {at(document, item.StartTag()), `<item id="1" x:kind=' a &amp; b '>`},
		"span":            {at(document, item.Span()), `<item id="1" x:kind=' a &amp; b '>  one &lt; two  </item>`},
		"attribute":       {at(document, item.AttrSpan("x:kind")), " a &amp; b "},
		"no attribute":    {at(document, item.AttrSpan("kind")), `<item id="1" x:kind=' a &amp; b '>`},
		"CDATA":           {root.Child("data").Text(), "<raw> and more"},
		"empty content":   {at(document, root.Child("empty").Content()), ""},
		"path":            {at(document, root.Child("item", "inner").Span()), ""},
		"nothing's name":  {root.Child("none", "inner").Tag(), ""},
		"nothing's text":  {root.Child("none").Text(), ""},
		"nothing's place": {fmt.Sprint(root.Child("none").StartTag(), root.Child("none").Content(), root.Child("none").Span()), "{0 0} {0 0} {0 0}"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", name, c.got, c.want)
		}
	}
	if v, ok := item.Attr("x:kind"); v != " a & b " || !ok {
		t.Errorf("x:kind = %q, %v", v, ok)
	}
	if _, ok := item.Attr("kind"); ok {
		t.Error("kind is there without its prefix")
	}
}

func TestDocumentNode(t *testing.T) {
	doc := parse(t, document)
	n := doc.Node(doc.Tree.FindElement("./root/item[@id='2']/inner[2]"))
	if got := at(document, n.Span()); got != `<inner at="ü">ü</inner>` {
		t.Errorf("found %q", got)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		text    string
		offset  int
		message string
	}{
		{"", 0, "the text holds no element"},
		{"<a>\n<b></a>", 7, "</a> stands where </b> was expected"},
		{"<a>", 3, "the text ends before </a>"},
		{"<a", 0, "the text ends within a tag"},
		{"<a b='", 0, "the text ends within a tag"},
		{"<a b='1' b='2'/>", 12, `the attribute "b" occurs twice in one tag`},
		{"<a b='1'c='2'/>", 8, "a blank was expected here"},
		{"<a b>", 4, "an attribute has no value"},
		{"<a b=c>", 5, "the value of an attribute is not in quotes"},
		{"<a b='<'/>", 6, `"<" stands within the value of an attribute`},
		{"<a>x & y</a>", 5, `"&" begins no character reference that is known here`},
		{"<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", 33, `"&" begins no character reference that is known here`},
		{"<a>&#1;</a>", 3, "the reference is to a character that XML forbids"},
		{"<a>\x01</a>", 3, "a control character stands here, which XML forbids"},
		{"<a>\xff</a>", 3, "bytes that are not UTF-8"},
		{"<a>]]></a>", 3, `"]]>" stands outside of a CDATA section`},
		{"<a/>b", 4, "text stands outside of the root element"},
		{"<a/><b/>", 4, "a second root element stands here"},
		{"\n<?xml version='1.0'?><a/>", 1, "an XML declaration stands after the beginning of the text"},
		{"<?xml version='2.0'?><a/>", 0, "the XML declaration has the version 2.0 and 1.0 is all there is"},
		{"<a><!-- x -- --></a>", 10, `"--" stands within a comment`},
		{"<a><![CDATA[x]]</a>", 3, "the text ends within a CDATA section"},
		{"<1/>", 1, "a name was expected here"},
		{"<a:b:c/>", 1, "a name has two colons"},
	} {
		_, err := xmltree.Parse([]byte(c.text))
		var e *xmltree.Error
		if !errors.As(err, &e) || e.Offset != c.offset || e.Message != c.message || e.Limit {
			t.Errorf("%q: %v, want %q at %d", c.text, err, c.message, c.offset)
		}
		if _, streamed := xmltree.NewStream().Read([]byte(c.text)); !sameError(streamed, err) {
			t.Errorf("%q: a stream says %v, want %v", c.text, streamed, err)
		}
	}
}

func TestParseKeepsWhatCameBefore(t *testing.T) {
	doc, err := xmltree.Parse([]byte("<a><b>1</b><c><d>2"))
	if err == nil || doc.Root().Child("b").Text() != "1" || doc.Root().Child("c", "d").Span() != (xmltree.Span{Start: 14, End: 18}) {
		t.Errorf("%v, %v", err, doc.Root().Child("c", "d").Span())
	}
}

func TestLimits(t *testing.T) {
	for name, text := range map[string]string{
		"depth": strings.Repeat("<a>", xmltree.MaxDepth+1),
		"nodes": "<a>" + strings.Repeat("<b/>", xmltree.MaxNodes) + "</a>",
	} {
		_, err := xmltree.Parse([]byte(text))
		var e *xmltree.Error
		if !errors.As(err, &e) || !e.Limit {
			t.Errorf("%s: %v", name, err)
		}
	}
	// Many attributes must not take time by their square.
	var b strings.Builder
	for i := range 200_000 {
		fmt.Fprintf(&b, " a%d=''", i)
	}
	parse(t, "<a"+b.String()+"/>")
}

func TestStream(t *testing.T) {
	const text = `<r><list><item n="1"><a>1</a><big x="y"><deep/></big><c><k/><l>7</l></c></item><item n="2"/><other><item n="3"/></other></list><item n="4"/></r>`
	var got []string
	s := xmltree.NewStream(xmltree.Part{
		Path: "r/list/item",
		Skip: []string{"big"},
		Only: []string{"c/l"},
		Read: func(n xmltree.Node) {
			s := at(text, n.StartTag())
			for c := range n.Below() {
				s += " " + at(text, c.StartTag()) + at(text, c.Content())
			}
			got = append(got, s)
		},
	})
	for range 2 { // a stream can be used again
		got = nil
		root, err := s.Read([]byte(text))
		if err != nil || root != "r" {
			t.Fatal(root, err)
		}
		want := []string{`<item n="1"> <a>1 <big x="y"><deep/> <c><k/><l>7</l> <l>7`, `<item n="2"/>`}
		if !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
	// What ends before an error is handed out.
	got = nil
	if _, err := s.Read([]byte(`<r><list><item n="1"/><item n="2">`)); err == nil || len(got) != 1 {
		t.Errorf("%v, %q", err, got)
	}
}

// TestStreamAny hands out what no other path has at its place.
func TestStreamAny(t *testing.T) {
	var got []string
	part := func(path string) xmltree.Part {
		return xmltree.Part{Path: path, Skip: []string{"s"}, Read: func(n xmltree.Node) { got = append(got, path+" "+n.Tag()) }}
	}
	s := xmltree.NewStream(part("r/a/item"), part("r/b"), part("r/*/*"))
	if _, err := s.Read([]byte(`<r><a><item/><other/></a><b><item/></b><c><item><s><item/></s></item><other/></c><d/></r>`)); err != nil {
		t.Fatal(err)
	}
	if want := []string{"r/a/item item", "r/b b", "r/*/* item", "r/*/* other"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestUnescape(t *testing.T) {
	if got := xmltree.Unescape("a &lt;&#98;&gt;\r\nc\rd &unknown;"); got != "a <b>\nc\nd &unknown;" {
		t.Errorf("%q", got)
	}
}
