package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

func TestExcerpt(t *testing.T) {
	bundle := strings.Repeat("a", 200) + "eval(x)" + strings.Repeat("b", 200)
	for _, c := range []struct {
		name       string
		line       string
		cut        int
		region     engine.Region
		limit      int
		code, mark string
	}{
		{"plain", "var a = 1;  ", 0, engine.Region{Line: 1, Column: 5, EndLine: 1, EndColumn: 6}, 40, "var a = 1;", "    ^"},
		{"point", "abc", 0, engine.Region{Line: 1, Column: 2, EndLine: 1, EndColumn: 2}, 40, "abc", " ^"},
		{"end of line", "abc", 0, engine.Region{Line: 1, Column: 4, EndLine: 1, EndColumn: 4}, 40, "abc", "   ^"},
		{"beyond the line", "abc", 0, engine.Region{Line: 1, Column: 40, EndLine: 1, EndColumn: 50}, 40, "abc", "   ^"},
		{"several lines", "  begin {", 0, engine.Region{Line: 1, Column: 3, EndLine: 4, EndColumn: 2}, 40, "  begin {", "  ^^^^^^^"},
		{"tabs", "\tx\ty", 0, engine.Region{Line: 1, Column: 4, EndLine: 1, EndColumn: 5}, 40, "    x   y", "        ^"},
		{"tab marked", "a\tb", 0, engine.Region{Line: 1, Column: 2, EndLine: 1, EndColumn: 3}, 40, "a   b", " ^^^"},
		{"wide", "\u6f22\u5b57x", 0, engine.Region{Line: 1, Column: 2, EndLine: 1, EndColumn: 3}, 40, "\u6f22\u5b57x", "  ^^"},
		{"two units", "\U0001F600x", 0, engine.Region{Line: 1, Column: 3, EndLine: 1, EndColumn: 4}, 40, "\U0001F600x", "  ^"},
		{"combining", "e\u0301x", 0, engine.Region{Line: 1, Column: 3, EndLine: 1, EndColumn: 4}, 40, "e\u0301x", " ^"},
		{"control", "a\x1bb", 0, engine.Region{Line: 1, Column: 3, EndLine: 1, EndColumn: 4}, 40, "a<U+001B>b", "         ^"},
		{"middle of a bundle", bundle, 0, engine.Region{Line: 1, Column: 201, EndLine: 1, EndColumn: 208}, 30, "...aaaaaaaaeval(x)bbbbbbbbb...", "           ^^^^^^^"},
		{"cut by the engine", bundle, 5000, engine.Region{Line: 1, Column: 5201, EndLine: 1, EndColumn: 5208}, 30, "...aaaaaaaaeval(x)bbbbbbbbb...", "           ^^^^^^^"},
		{"start of a bundle", "eval(x)" + bundle, 0, engine.Region{Line: 1, Column: 1, EndLine: 1, EndColumn: 8}, 30, "eval(x)aaaaaaaaaaaaaaaaaaaa...", "^^^^^^^"},
		{"end of a bundle", bundle + "eval(x)", 0, engine.Region{Line: 1, Column: 408, EndLine: 1, EndColumn: 415}, 30, "...bbbbbbbbeval(x)", "           ^^^^^^^"},
		{"region longer than the room", bundle, 0, engine.Region{Line: 1, Column: 101, EndLine: 1, EndColumn: 400}, 30, "...aaaaaaaaaaaaaaaaaaaaaaaa...", "       ^^^^^^^^^^^^^^^^^^^^"},
		{"no line", "", 0, engine.Region{Line: 1, Column: 1, EndLine: 1, EndColumn: 1}, 30, "", "^"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := excerptOf(c.line, c.cut, c.region, c.limit)
			if e.code != c.code || e.mark != c.mark {
				t.Errorf("got\n%s\n%s\nwant\n%s\n%s", e.code, e.mark, c.code, c.mark)
			}
		})
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("var a = 1;", 0, 5, 6, 40)
	f.Add(strings.Repeat("\t\u6f22e\u0301\U0001F600", 60), 7, 90, 200, 30)
	f.Add(strings.Repeat("\x1b", 100), 0, 50, 51, 25)
	f.Fuzz(func(t *testing.T, line string, cut, column, end, limit int) {
		if !utf8.ValidString(line) || cut < 0 || cut > 1<<20 || limit < 20 || limit > 500 {
			return
		}
		e := excerptOf(line, cut, engine.Region{Line: 1, Column: column, EndLine: 1, EndColumn: end}, limit)
		if n := columns(e.code); n > limit {
			t.Errorf("%q takes %d columns of %d", e.code, n, limit)
		}
		if n := len(e.mark); n > limit+1 {
			t.Errorf("mark %q takes %d columns of %d", e.mark, n, limit)
		}
		if !strings.Contains(e.mark, "^") || strings.Trim(e.mark, " ^") != "" {
			t.Errorf("mark %q", e.mark)
		}
		if strings.ContainsAny(e.code, "\x1b\n\r\t") {
			t.Errorf("a control character in %q", e.code)
		}
	})
}

func TestWrap(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"one", "one"},
		{"one two three", "one two/three"},
		{"a-very-long-word b", "a-very-long-word/b"},
		{"\u6f22\u5b57 \u5b57\u6f22 x", "\u6f22\u5b57/\u5b57\u6f22 x"},
	} {
		if got := strings.Join(wrap(c.text, 8), "/"); got != c.want {
			t.Errorf("wrap(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestURI(t *testing.T) {
	for _, c := range []struct {
		path, uri  string
		isRelative bool
	}{
		{"a.zip", "a.zip", true},
		{"./out//a b#c%d!é.zip", "out/a%20b%23c%25d!%C3%A9.zip", true},
		{`src\Core\a.xml`, "src/Core/a.xml", true},
		{"a:b/c?d", "a%3Ab/c%3Fd", true},
		{"../x.zip", "../x.zip", true},
		{".", ".", true},
		{"/srv/a b.zip", "file:///srv/a%20b.zip", false},
		{`C:\Temp\a b.zip`, "file:///C:/Temp/a%20b.zip", false},
		{`\\server\share\a.zip`, "file://server/share/a.zip", false},
		{"(a)[b]{c}^`|\"<>", "(a)%5Bb%5D%7Bc%7D%5E%60%7C%22%3C%3E", true},
	} {
		if uri, isRelative := uriOf(c.path); uri != c.uri || isRelative != c.isRelative {
			t.Errorf("uriOf(%q) = %q, %v; want %q, %v", c.path, uri, isRelative, c.uri, c.isRelative)
		}
	}
}

func TestChain(t *testing.T) {
	for _, c := range []struct {
		place engine.Place
		chain string
		shown string
	}{
		{engine.Place{Package: "src", Path: "a/b.js", Disk: "src/a/b.js"}, "", "src/a/b.js"},
		{engine.Place{Package: "src", Disk: "src"}, "", "src"},
		{engine.Place{Package: "src", Path: "apps/x.msapp!/Src/App.json", Disk: "src/apps/x.msapp"}, "Src/App.json", "src/apps/x.msapp!/Src/App.json"},
		{engine.Place{Package: "a.zip", Disk: "a.zip"}, "", "a.zip"},
		{engine.Place{Package: "a.zip", Path: "b.xml", Disk: "a.zip"}, "b.xml", "a.zip!/b.xml"},
		{engine.Place{Package: "a.zip!/c.zip", Disk: "a.zip"}, "c.zip", "a.zip!/c.zip"},
		{engine.Place{Package: "a.zip!/c.zip", Path: "d.msapp!/e.json", Disk: "a.zip"}, "c.zip d.msapp e.json", "a.zip!/c.zip!/d.msapp!/e.json"},
		{engine.Place{Package: "."}, "", "."},
	} {
		if got := strings.Join(chain(c.place), " "); got != c.chain {
			t.Errorf("chain(%+v) = %q, want %q", c.place, got, c.chain)
		}
		if got := shown(c.place); got != c.shown {
			t.Errorf("shown(%+v) = %q, want %q", c.place, got, c.shown)
		}
	}
}

func TestSeverities(t *testing.T) {
	for severity, want := range map[rule.Severity]string{
		rule.Critical:      "error 9.5 error",
		rule.High:          "error 8.0 error",
		rule.Medium:        "warning 5.5 warning",
		rule.Low:           "note 2.0 recommendation",
		rule.Informational: "note 1.0 recommendation",
	} {
		if got := levelOf(severity) + " " + securitySeverity(severity) + " " + problemSeverity(severity); got != want {
			t.Errorf("%s: %s, want %s", severity, got, want)
		}
	}
}

func TestSnippet(t *testing.T) {
	lines := engine.Context{First: 4, Lines: []string{"ab", "\U0001F600cd", "ef"}}
	for _, c := range []struct {
		region engine.Region
		want   string
	}{
		{engine.Region{Line: 5, Column: 3, EndLine: 5, EndColumn: 4}, "c"},
		{engine.Region{Line: 5, Column: 1, EndLine: 5, EndColumn: 3}, "\U0001F600"},
		{engine.Region{Line: 5, Column: 3, EndLine: 5, EndColumn: 3}, "cd"},
		{engine.Region{Line: 5, Column: 4, EndLine: 6, EndColumn: 2}, "d\ne"},
		{engine.Region{Line: 6, Column: 1, EndLine: 9, EndColumn: 2}, "ef"},
		{engine.Region{Line: 6, Column: 9, EndLine: 6, EndColumn: 12}, ""},
	} {
		if got := snippetOf(c.region, lines); got != c.want {
			t.Errorf("%+v: %q, want %q", c.region, got, c.want)
		}
	}
}

func TestShorten(t *testing.T) {
	if got := shorten(strings.Repeat("\u00e9", 1024)); got != strings.Repeat("\u00e9", 1024) {
		t.Errorf("what fits is cut to %q", got)
	}
	got := shorten(strings.Repeat("word \u00e9 ", 300))
	if n := utf8.RuneCountInString(got); n > 1024 || n < 1000 || !strings.HasSuffix(got, "word...") && !strings.HasSuffix(got, "\u00e9...") {
		t.Errorf("%d characters: %q", n, got)
	}
}

func TestUnmarked(t *testing.T) {
	got := unmarked("A `b` and **c** of *d* is 2 * 3 [e](f),\r\n  next `*g*`.\n\nParagraph")
	want := "A b and c of d is 2 * 3 e (f), next *g*.\n\nParagraph"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"plain":            "plain",
		"two\nlines\tx":    "two lines x",
		"\x1b]0;title\x07": "<U+001B>]0;title<U+0007>",
		"a\u202eb\u2066":   "a<U+202E>b<U+2066>",
		"\u2028\u200b\x7f": "<U+2028><U+200B><U+007F>",
		"caf\u00e9 \u6f22": "caf\u00e9 \u6f22",
		"\xff":             "\uFFFD",
	} {
		if got := visible(in); got != want {
			t.Errorf("visible(%q) = %q, want %q", in, got, want)
		}
	}
}
