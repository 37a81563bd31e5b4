package html

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// seeds are pages that are hard to read.
func seeds() []string {
	return []string{
		"<p>\n<script>\nvar a = 1;</script>",
		"<script><!-- <script>a()</script> --></script>",
		`<a onclick="if (a &amp;&amp; b &lt; 1) go(&quot;x&quot;)" / x=1 =y z==w>`,
		`<a href="&#32;javascript:&quot;alpha&quot;+beta" onload=&notit;&lt#b;&copy=1&#65x>`,
		"<a onclick='a()", "<script", "<script type=module>", "</script>", "<a/onclick/=/b()>", "<\x00a \x00=\x00>", "<a \xff=\xff onclick=\xff&\xff>",
	}
}

// FuzzRead checks that what is found lies inside the page and in its order, and is
// what the page has there.
func FuzzRead(f *testing.F) {
	for _, s := range seeds() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		page := Read(src)
		for _, s := range page.Scripts {
			if s.Start < 0 || s.End > len(src) || s.Start > s.End {
				t.Fatalf("the span is %v", s.Span)
			}
			if s.IsVerbatim() && !bytes.Equal(s.Code, src[s.Start:s.End]) {
				t.Fatalf("%q is not what stands at %v", s.Code, s.Span)
			}
			for i, before := 0, s.Start; i <= len(s.Code); i++ {
				at := s.Offset(i)
				if at < before || at > s.End {
					t.Fatalf("byte %d of %q is placed at %d, after %d, of %v", i, s.Code, at, before, s.Span)
				}
				before = at
			}
		}
		for _, l := range page.Links {
			if l.Start < 0 || l.End > len(src) || l.Start > l.End || l.URL == "" {
				t.Fatalf("the link is %v", l)
			}
		}
	})
}

// FuzzAttributes checks that the attributes of every tag are those that the
// tokenizer finds, which does not tell their places.
func FuzzAttributes(f *testing.F) {
	for _, s := range seeds() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		z := html.NewTokenizer(bytes.NewReader(src))
		for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
			if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
				continue
			}
			raw := bytes.Clone(z.Raw())
			name, more := z.TagName()
			if got := tagName(raw); normal.Replace(got) != string(name) {
				t.Fatalf("%q has the name %q, want %q", raw, got, name)
			}
			for a := range attributes(raw) {
				var key, value []byte
				if !more {
					t.Fatalf("%q: attribute %q is not one", raw, a.name)
				}
				key, value, more = z.TagAttr()
				if normal.Replace(a.name) != string(key) {
					t.Fatalf("%q: attribute %q, want %q", raw, a.name, key)
				}
				got, _ := resolve(raw[a.value.Start:a.value.End])
				if normal.Replace(string(got)) != normal.Replace(string(value)) {
					t.Fatalf("%q: %s is %q, want %q", raw, a.name, got, value)
				}
			}
			if more {
				t.Fatalf("%q: an attribute is missing", raw)
			}
		}
	})
}

// normal does what the tokenizer does to all texts that are written, and not to
// those that entities stand for.
var normal = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\ufffd")
