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

// newFile returns a query's text as a file of its own, and what prints its places.
func newFile(text string) (*fetchxml.Text, func(token.Pos) string) {
	set := token.NewFileSet()
	f := set.AddFile("query", -1, len(text))
	f.SetLinesForContent([]byte(text))
	t := new(fetchxml.Text)
	t.Append(text, token.Pos(f.Base()))
	return t, func(p token.Pos) string {
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
	text, where := newFile(query(t))
	q, err := fetchxml.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	got := analyzertest.Dumper{Where: where}.Dump(q)
	analyzertest.Settle(t, filepath.Join("testdata", "query.golden"), got, *update)
}

func TestWalks(t *testing.T) {
	text, _ := newFile(query(t))
	q, err := fetchxml.Parse(text)
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
		"condition fullname quick true", "condition con_name quick true",
		"source task", "condition statecode quick false", "value 0",
		"source systemuser", "source businessunit",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if q.Links() != 3 {
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
		text, where := newFile(c.text)
		_, err := fetchxml.Parse(text)
		bad := (*fetchxml.Error)(nil)
		if !errors.As(err, &bad) || where(bad.Pos) != c.where || bad.Error() != c.message {
			t.Errorf("%.20q: %v", c.text, err)
		}
	}
}

func TestUnescape(t *testing.T) {
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
		if e.String() != c.text {
			t.Errorf("%q became %q", c.raw, e)
		}
		if got := int(e.Pos(strings.Index(c.text, c.mark))) - 100; got != c.at {
			t.Errorf("%q: %q is at %d, want %d", c.raw, c.mark, got, c.at)
		}
	}
}

// TestText puts a text together from two strings with a variable between them.
func TestText(t *testing.T) {
	text := new(fetchxml.Text)
	if text.Pos(0).IsValid() || text.End(0).IsValid() {
		t.Error("an empty text is somewhere")
	}
	text.Append("<fetch><en", 10)
	text.Append("tity name='", 20) // goes on where the piece before ends
	text.AppendFor(fetchxml.Hole, 40, 50)
	text.Append("'/>", 60)
	text.AppendFor("</fetch>", 70, 73) // longer than what stands for it
	for _, c := range []struct {
		mark     string
		from, to token.Pos
	}{
		{"<fetch>", 10, 17}, {"<entity name='", 17, 31}, {fetchxml.Hole, 40, 50}, {"'/>", 60, 63}, {"</fetch>", 70, 73}, {"/fetch>", 71, 73},
	} {
		i := strings.Index(text.String(), c.mark)
		if from, to := text.Pos(i), text.End(i+len(c.mark)); from != c.from || to != c.to {
			t.Errorf("%q is from %d to %d, want %d to %d", c.mark, from, to, c.from, c.to)
		}
	}
	if got := text.Pos(text.Len()); got != 73 {
		t.Errorf("the text ends at %d", got)
	}
}

// FuzzParse reads texts as they are and as escaped ones. Whatever they are,
// there are no panics, and all places lie within the text.
func FuzzParse(f *testing.F) {
	f.Add(query(f))
	f.Add(`&lt;fetch&gt;&lt;entity name=&quot;a&quot;/&gt;&lt;/fetch&gt;`)
	f.Add(`<fetch aggregate="x" top="99999999999"><entity><filter><filter><condition/></filter></filter></entity></fetch>`)
	f.Add(`<fetch>&#65;<entity><filter><link-entity><filter><condition valueof="a.b"><value/>x</condition></filter></link-entity></filter></entity></fetch>`)
	f.Fuzz(func(t *testing.T, raw string) {
		plain := new(fetchxml.Text)
		plain.Append(raw, 1)
		inside := func(p token.Pos) string {
			if p < 1 || int(p) > 1+len(raw) {
				t.Fatalf("a place at %d of %d bytes", p-1, len(raw))
			}
			return "query:1"
		}
		for _, text := range []*fetchxml.Text{plain, fetchxml.Unescape(raw, 1)} {
			q, err := fetchxml.Parse(text)
			if bad := (*fetchxml.Error)(nil); err != nil && (!errors.As(err, &bad) || inside(bad.Pos) == "" || q != nil) {
				t.Fatal(err)
			}
			if err == nil {
				analyzertest.Dumper{Where: inside}.Dump(q)
				q.Links()
				q.IsFiltered()
			}
		}
	})
}
