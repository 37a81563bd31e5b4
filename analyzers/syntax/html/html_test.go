package html_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/syntax/html"
)

// scripts prints the scripts of a page, each with the line and column of its code.
func scripts(page string) []string {
	var list []string
	for _, s := range html.Read([]byte(page)).Scripts {
		kind := []string{"inline", "module", "handler", "url"}[s.Kind]
		list = append(list, fmt.Sprintf("%s %s.%s %s %q", place(page, s.Start), s.Element, s.Attribute, kind, s.Code))
	}
	return list
}

func place(page string, offset int) string {
	before := page[:offset]
	return fmt.Sprintf("%d:%d", strings.Count(before, "\n")+1, offset-strings.LastIndexByte(before, '\n'))
}

func TestScripts(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       []string
	}{
		{"inline", "<p>\n<script>\nvar a = 1;</script>", []string{`2:9 script. inline "\nvar a = 1;"`}},
		{"carriage returns", "<p>\r\n<script>a()\r\n</script>", []string{`2:9 script. inline "a()\r\n"`}},
		{"module", `<script type="module">import "x"</script>`, []string{`1:23 script. module "import \"x\""`}},
		{"old types", `<SCRIPT LANGUAGE="JavaScript">a()</SCRIPT><script type='text/javascript; charset=utf-8'>b()</script>`, []string{
			`1:31 script. inline "a()"`, `1:89 script. inline "b()"`,
		}},
		{"other types", `<script type="text/template"><p onclick="a()"></script><script language="vbscript">MsgBox</script><script type="application/json">{}</script>`, nil},
		{"text beside src is not run", `<script src="a.js">b()</script>`, nil},
		{"comment in script", "<script><!--\na()\n//--></script>", []string{`1:9 script. inline "<!--\na()\n//-->"`}},
		{"script in comment in script", "<script><!-- <script>a()</script> --></script>", []string{`1:9 script. inline "<!-- <script>a()</script> -->"`}},
		{"decoys", `<!-- <script>a()</script> --><textarea><script>b()</script></textarea><style><script>c()</script></style>`, nil},
		{"blank", "<script> \n </script>", nil},
		{"no end", "<script>a()", nil},
		{"handlers", `<a onclick=go() ONLOAD='load("x")' data-on="x">`, []string{`1:12 a.onclick handler "go()"`, `1:25 a.onload handler "load(\"x\")"`}},
		{"the first counts", `<a onclick="a()" onclick="b()">`, []string{`1:13 a.onclick handler "a()"`}},
		{"entities", `<a onclick="if (a &amp;&amp; b &lt; 1) go(&quot;x&quot;)">`, []string{`1:13 a.onclick handler "if (a && b < 1) go(\"x\")"`}},
		{"URL", "<a href=\"\n JavaScript: go(&#39;x&#39;)\">", []string{`2:13 a.href url " go('x')"`}},
		{"not a name of a handler", `<a on="a()" onclick.x="b()">`, nil},
		{"svg", `<svg><script>a()</script><circle onclick="b()"/></svg>`, []string{`1:14 script. inline "a()"`, `1:43 circle.onclick handler "b()"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := scripts(c.page); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestLinks(t *testing.T) {
	page := `<base href="x/"><script src="../a.js?v=1&amp;w=2"></script><link rel=stylesheet href=b.css>
<a href=" https://contoso.com ">c</a><img src=""><iframe src='javascript:void(0)'></iframe>`
	var got []string
	for _, l := range html.Read([]byte(page)).Links {
		got = append(got, fmt.Sprintf("%s %s.%s %q %t", place(page, l.Start), l.Element, l.Attribute, l.URL, l.Loads()))
	}
	want := []string{
		`1:13 base.href "x/" false`,
		`1:30 script.src "../a.js?v=1&w=2" true`,
		`1:86 link.href "b.css" true`,
		`2:10 a.href "https://contoso.com" false`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestOffset finds each word of the code where the page has it, entities before it
// or not.
func TestOffset(t *testing.T) {
	for _, page := range []string{
		`<a onclick="alpha()">`,
		`<a onclick="&quot;&#34;&#x22;&lt alpha&amp;&amp;beta&not;gamma">`,
		`<a onclick="x=1&copy=2;&amp;alpha&notit;beta &#0; gamma">`,
		`<a href="&#32;javascript:&quot;alpha&quot;+beta">`,
	} {
		s := html.Read([]byte(page)).Scripts[0]
		for _, word := range []string{"alpha", "beta", "gamma"} {
			i := bytes.Index(s.Code, []byte(word))
			if i < 0 {
				continue
			}
			if at := s.Offset(i); !strings.HasPrefix(page[at:], word) {
				t.Errorf("%s: %q is placed at %q", page, word, page[at:])
			}
		}
		if got := s.Offset(len(s.Code)); got != s.End {
			t.Errorf("%s: the end is placed at %q", page, page[got:])
		}
	}
}

func TestOffsetOfEntity(t *testing.T) {
	s := html.Read([]byte(`<a onclick="a&lt;b">`)).Scripts[0]
	if got := []int{s.Offset(0), s.Offset(1), s.Offset(2)}; !slices.Equal(got, []int{12, 13, 17}) {
		t.Errorf("offsets %v", got)
	}
	if s.IsVerbatim() || !html.Read([]byte(`<a onclick="a<b">`)).Scripts[0].IsVerbatim() {
		t.Error("IsVerbatim does not tell entities")
	}
}

func TestLimits(t *testing.T) {
	page := html.Read([]byte(strings.Repeat(`<a onclick=a()>`, html.MaxScripts+1)))
	if page.Err == nil || page.Err.Error() != "byte 300011: more than 20000 scripts in one page" || len(page.Scripts) != html.MaxScripts {
		t.Errorf("%v", page.Err)
	}
	page = html.Read(make([]byte, html.MaxSize+1))
	if page.Err == nil || page.Err.Message != "page larger than 64 MB" {
		t.Errorf("%v", page.Err)
	}
	page = html.Read([]byte(strings.Repeat(`<a href=b>`, 200_001)))
	if page.Err == nil || page.Err.Message != "more than 200000 addresses in one page" {
		t.Errorf("%v", page.Err)
	}
}

func BenchmarkRead(b *testing.B) {
	page := []byte(strings.Repeat("<div class=\"row\"><a href=\"x.html\" onclick=\"go(&quot;x&quot;)\">text of a link</a></div>\n<script>\nvar a = 1; go(a);\n</script>\n", 10_000))
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		html.Read(page)
	}
}
