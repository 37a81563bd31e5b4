package htmltag_test

import (
	"slices"
	"testing"

	"github.com/solcheck/solcheck/analyzers/syntax/htmltag"
)

func names(text string) []string {
	var list []string
	for t := range htmltag.All(text) {
		list = append(list, t.Name)
	}
	return list
}

func TestAll(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                 nil,
		"a < b and <3":                     nil,
		"<HTML><body class=\"a>b\">":       {"html", "body"},
		"<!-- <script> --><p>":             {"p"},
		"<!-- never closed <p>":            nil,
		"<script>if (a<b) '<p>'</SCRIPT>x": {"script"},
		"<title><b></title><i/>":           {"title", "i"},
		"</p><br/>":                        {"br"},
		"<p":                               nil,
		"<p a=it's><q>":                    {"p", "q"},
	} {
		if got := names(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestAttr(t *testing.T) {
	for text, want := range map[string]string{
		`<script src="a.js">`:              "a.js",
		`<script async SRC = 'b.js' >`:     "b.js",
		`<script data-src="x" src=c.js>`:   "c.js",
		`<script src="" src="second">`:     "",
		`<script/src="d.js"/>`:             "d.js",
		`<script title="src=no" src="e">`:  "e",
		`<script src=//example.com/f.js/>`: "//example.com/f.js/",
	} {
		for tag := range htmltag.All(text) {
			got, ok := tag.Attr("src")
			if !ok || got != want {
				t.Errorf("%s: %q %v, want %q", text, got, ok, want)
			}
		}
	}
	for tag := range htmltag.All("<p>") {
		if _, ok := tag.Attr("src"); ok {
			t.Error("a tag without attributes has one")
		}
	}
}

func TestIsRemote(t *testing.T) {
	for address, want := range map[string]bool{
		"https://example.com/a.js": true, " HTTP://x": true, "//x/a.js": true,
		"a.js": false, "/a.js": false, "data:text/javascript,1": false, "": false,
	} {
		if got := htmltag.IsRemote(address); got != want {
			t.Errorf("IsRemote(%q) = %v", address, got)
		}
	}
}

func FuzzAll(f *testing.F) {
	f.Add(`<html><script src='a'>x</script><!-- --><p a=b>`)
	f.Add(`<a b="c>`)
	f.Add("<\x00")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for tag := range htmltag.All(text) {
			if tag.Start < last || tag.End <= tag.Start || tag.End > len(text) || tag.Name == "" {
				t.Fatalf("%+v after %d", tag, last)
			}
			last = tag.End
			tag.Attr("src")
		}
	})
}
