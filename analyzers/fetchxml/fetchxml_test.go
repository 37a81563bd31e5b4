package fetchxml_test

import (
	"errors"
	"flag"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
)

var update = flag.Bool("update", false, "write the golden files")

// A file is a text whose places are told by line and column.
type file struct{ *token.File }

func newFile(text string) (file, func(token.Pos) string) {
	set := token.NewFileSet()
	f := set.AddFile("query", -1, len(text))
	f.SetLinesForContent([]byte(text))
	return file{f}, func(p token.Pos) string {
		at := set.Position(p)
		return fmt.Sprintf("query:%d:%d", at.Line, at.Column)
	}
}

func query(tb testing.TB) string {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "query.xml"))
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

func TestParse(t *testing.T) {
	text := query(t)
	at, where := newFile(text)
	q, err := fetchxml.Parse(text, at)
	if err != nil {
		t.Fatal(err)
	}
	got := analyzertest.Dumper{Where: where}.Dump(q)
	analyzertest.Settle(t, filepath.Join("testdata", "query.golden"), got, *update)
}

func TestWalks(t *testing.T) {
	text := query(t)
	at, _ := newFile(text)
	q, err := fetchxml.Parse(text, at)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for s := range q.Sources() {
		got = append(got, "source "+s.Table.Value)
		for c, quick := range s.Conditions() {
			got = append(got, fmt.Sprintf("condition %s quick %v", c.Column.Value, quick))
			for v := range c.All() {
				got = append(got, "value "+v.Value)
			}
		}
	}
	want := []string{
		"source con_permit",
		"condition con_name quick true", "value {0}",
		"condition statecode quick true", "value 0", "value 1",
		"condition fullname quick true",
		"source systemuser", "source businessunit",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if q.Links() != 2 {
		t.Errorf("%d links", q.Links())
	}
	if n := new(fetchxml.Query).Links(); n != 0 {
		t.Errorf("an empty query has %d links", n)
	}
	for range q.Sources() {
		break // a walk may end early
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ text, where, message string }{
		{"<fetch>\n<entity></fetch>", "query:2:9", "the query is broken XML: </fetch> stands where </entity> was expected"},
		{"<filter />", "query:1:1", `the query begins with the element "filter", expected "fetch"`},
		{"<!-- -->", "query:1:9", "the query is broken XML: the text holds no element"},
		{"<fetch>" + strings.Repeat(" ", fetchxml.MaxText) + "</fetch>", "query:1:1", "the query is longer than the 1048576 bytes that are read"},
	} {
		at, where := newFile(c.text)
		_, err := fetchxml.Parse(c.text, at)
		bad := (*fetchxml.Error)(nil)
		if !errors.As(err, &bad) || where(bad.Pos) != c.where || bad.Error() != c.message {
			t.Errorf("%.20q: %v", c.text, err)
		}
	}
}

func TestEscaped(t *testing.T) {
	for _, c := range []struct {
		raw, text, mark string
		at              int
	}{
		{`&lt;fetch top=&quot;5&#34;&#x3E;`, `<fetch top="5">`, ">", strings.Index(`&lt;fetch top=&quot;5&#34;&#x3E;`, "&#x3E;")},
		{`<![CDATA[<fetch top="5">]]>`, `<fetch top="5">`, "5", 21},
		{`a &unknown; b &#0; c & d &`, `a &unknown; b &#0; c & d &`, "d", 23},
		{"", "", "", 0},
	} {
		e := fetchxml.Unescape(c.raw, 100)
		if e.Text != c.text {
			t.Errorf("%q became %q", c.raw, e.Text)
		}
		if got := int(e.Pos(strings.Index(e.Text, c.mark))) - 100; got != c.at {
			t.Errorf("%q: %q is at %d, want %d", c.raw, c.mark, got, c.at)
		}
	}
}

// FuzzParse reads texts as they are and as escaped ones. Whatever they are,
// there are no panics, and all places lie within the text.
func FuzzParse(f *testing.F) {
	f.Add(query(f))
	f.Add(`&lt;fetch&gt;&lt;entity name=&quot;a&quot;/&gt;&lt;/fetch&gt;`)
	f.Add(`<fetch aggregate="x" top="99999999999"><entity><filter><filter><condition/></filter></filter></entity></fetch>`)
	f.Fuzz(func(t *testing.T, raw string) {
		at, _ := newFile(raw)
		e := fetchxml.Unescape(raw, token.Pos(at.Base()))
		inside := func(p token.Pos) string {
			if p < token.Pos(at.Base()) || int(p) > at.Base()+at.Size() {
				t.Fatalf("a place at %d of %d bytes", int(p)-at.Base(), at.Size())
			}
			return "query:1"
		}
		for _, parse := range []func() (*fetchxml.Query, error){
			func() (*fetchxml.Query, error) { return fetchxml.Parse(raw, at) },
			func() (*fetchxml.Query, error) { return fetchxml.Parse(e.Text, e) },
		} {
			q, err := parse()
			if bad := (*fetchxml.Error)(nil); err != nil && (!errors.As(err, &bad) || inside(bad.Pos) == "" || q != nil) {
				t.Fatal(err)
			}
			if err == nil {
				analyzertest.Dumper{Where: inside}.Dump(q)
				q.Links()
			}
		}
	})
}
