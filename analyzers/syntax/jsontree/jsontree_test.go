package jsontree_test

import (
	"fmt"
	"go/token"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// base is the place of the first byte of the texts of the tests.
const base token.Pos = 100

func parse(text string) *jsontree.Tree { return jsontree.Parse([]byte(text), base) }

// outline writes a tree as JSON in one line, with the source range of each value.
func outline(n *jsontree.Node) string {
	var b strings.Builder
	write(&b, n)
	return b.String()
}

func write(b *strings.Builder, n *jsontree.Node) {
	switch n.Kind() {
	case jsontree.Object:
		b.WriteByte('{')
		for key, value := range n.Members() {
			fmt.Fprintf(b, "%s@%d-%d:", key.Name, key.Pos()-base, key.End()-base)
			write(b, value)
		}
		b.WriteByte('}')
	case jsontree.Array:
		b.WriteByte('[')
		for _, item := range n.Items() {
			write(b, item)
		}
		b.WriteByte(']')
	case jsontree.String:
		fmt.Fprintf(b, "%q", n.Literal())
	case jsontree.Missing, jsontree.Absent:
		b.WriteString(n.Kind().String())
	default:
		b.WriteString(n.Literal())
	}
	fmt.Fprintf(b, "@%d-%d ", n.Pos()-base, n.End()-base)
}

func TestParse(t *testing.T) {
	tree := parse("{\"a\": [1, -2.5e3, \"x\\u00e9\\n\"],\r\n\t\"b\" : {\"c\":null, \"d\":true}}")
	want := `{a@1-4:[1@7-8 -2.5e3@10-16 "xé\n"@18-29 ]@6-30 b@34-37:{c@41-44:null@45-49 d@51-54:true@55-59 }@40-60 }@0-61 `
	if got := outline(tree.Root); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(tree.Problems) != 0 {
		t.Errorf("problems: %v", tree.Problems)
	}
}

func TestAccess(t *testing.T) {
	root := parse(`{"info": {"title": "T", "title": "U"}, "n": 3, "f": 1.5, "big": 1e999, "on": true, "list": ["a", 1, "b"]}`).Root
	var names []string
	for key := range root.Members() {
		names = append(names, key.Name)
	}
	text := func(s string, ok bool) string { return fmt.Sprint(s, ok) }
	number := func(f float64, ok bool) string { return fmt.Sprint(f, ok) }
	whole := func(n int, ok bool) string { return fmt.Sprint(n, ok) }
	got := []string{
		strings.Join(names, " "),
		text(root.At("info", "title").Text()),
		text(root.At("info", "title", "deeper", "still").Text()),
		text(root.Get("n").Text()),
		whole(root.Get("n").Int()),
		whole(root.Get("f").Int()),
		number(root.Get("f").Float()),
		number(root.Get("big").Float()),
		number(root.Get("on").Float()),
		fmt.Sprint(root.Get("on").IsTrue(), root.Get("n").IsTrue()),
		fmt.Sprint(root.Get("list").Texts()),
		root.Get("list").Item(1).Literal(),
	}
	want := []string{
		"info n f big on list",
		"Utrue", "false", "false",
		"3 true", "0 false",
		"1.5 true", "+Inf true", "0 false",
		"true false",
		"[a b]",
		"1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFollow(t *testing.T) {
	root := parse(`{"n": 3, "list": ["a"], "a/b": {"~": [0]}}`).Root
	if n := root.Follow("/a~1b/~0/0"); n.Literal() != "0" {
		t.Errorf("Follow = %q", n.Literal())
	}
	for _, pointer := range []string{"a", "/a", "/list/9", "/list/x", "/n/0"} {
		if n := root.Follow(pointer); n != nil {
			t.Errorf("Follow(%q) = %v", pointer, n)
		}
	}
}

func TestAbsent(t *testing.T) {
	var n *jsontree.Node
	if !n.Is(jsontree.Absent) || n.Pos().IsValid() || n.End().IsValid() || n.Len() != 0 || n.Item(0) != nil || n.Literal() != "" {
		t.Error("a nil node is not absent")
	}
	for range n.Members() {
		t.Error("a nil node has members")
	}
	for range n.Items() {
		t.Error("a nil node has items")
	}
}

func TestPointer(t *testing.T) {
	text := `{"paths": {"/a~b": [{"x": 1}, {"y": "z"}]}, "q": 2}`
	tree := parse(text)
	for at, want := range map[string]string{
		`{"paths`: "",
		`"paths`:  "/paths",
		`"/a~b`:   "/paths/~1a~0b",
		`[{`:      "/paths/~1a~0b",
		`"x"`:     "/paths/~1a~0b/0/x",
		`1}`:      "/paths/~1a~0b/0/x",
		`, {"y`:   "/paths/~1a~0b",
		`"z"`:     "/paths/~1a~0b/1/y",
		`2}`:      "/q",
	} {
		if got := tree.Pointer(base + token.Pos(strings.Index(text, at))); got != want {
			t.Errorf("Pointer at %s = %q, want %q", at, got, want)
		}
	}
}

// TestProblems has one text for each departure from JSON: what is told, where,
// and what is read all the same.
func TestProblems(t *testing.T) {
	for _, c := range []struct{ name, text, problems, tree string }{
		{"empty", " \n", `0-2 there is no JSON value`, "absent"},
		{"duplicate", `{"a":1,"a":2}`, `7-10 the name "a" stands twice in one object`, `{a:1 a:2 }`},
		{"line comment", "{// c\n\"a\":1}", `1-5 JSON has no comments`, `{a:1 }`},
		{"block comment", "[1/*,2*/,3]", `2-8 JSON has no comments`, `[1 3 ]`},
		{"open comment", "[1]/* x", `3-7 JSON has no comments`, `[1 ]`},
		{"trailing comma", "{\"a\":[1,],}", "7-8 a comma stands before the closing bracket\n9-10 a comma stands before the closing bracket", `{a:[1 ]}`},
		{"extra comma", `{"a":1,,"b":2}`, `7-8 a comma stands with nothing before it`, `{a:1 b:2 }`},
		{"leading comma", `{,"b":2}`, `1-2 a comma stands with nothing before it`, `{b:2 }`},
		{"item left out", `[1,,2]`, `3-3 a value is missing`, `[1 missing2 ]`},
		{"missing comma", `{"a":1 "b":[1 2]}`, "6-6 a comma is missing\n13-13 a comma is missing", `{a:1 b:[1 2 ]}`},
		{"missing colon", `{"a" 1}`, `5-5 a colon is missing after the name "a"`, `{a:1 }`},
		{"missing value", `{"a":,"b":}`, "5-5 a value is missing\n10-10 a value is missing", `{a:missingb:missing}`},
		{"missing name", `{"a":1,{"x":2},"b":3}`, `7-8 a value stands in an object without a name`, `{a:1 b:3 }`},
		{"control character", "[\"a\tb\"]", `3-4 a control character stands unescaped in a string`, `["a\tb"]`},
		{"line end in string", "[\"a\nb\", 1]", `3-4 a control character stands unescaped in a string`, `["a\nb"1 ]`},
		{"bad escape", `["\d\u12"]`, "2-4 \"\\\\d\" is no escape sequence\n4-6 \"\\\\u\" is no escape sequence", `["du12"]`},
		{"unclosed string", "{\"a\": \"x,\n\"b\": 2}", `6-8 a string is not closed`, `{a:"x"b:2 }`},
		{"string to the end", `["ab`, "0-1 the bracket \"[\" has no partner\n1-4 a string is not closed", `["ab"]`},
		{"unclosed object", `{"a":{"b":1}`, `0-1 the bracket "{" has no partner`, `{a:{b:1 }}`},
		{"array closed by the object", `{"a":["x" },"b":1}`, "5-6 the bracket \"[\" has no partner\n11-18 there is text after the end of the value", `{a:["x"]}`},
		{"brace before the end of the array", `{"a":["x"}],"b":1}`, `9-10 "}" does not belong here`, `{a:["x"]b:1 }`},
		{"object closed by the array", `[{"a":1],2`, "1-2 the bracket \"{\" has no partner\n8-10 there is text after the end of the value", `[{a:1 }]`},
		{"object before the next item", `{"p":[{"a":1, {"b":2}],"q":3}`, `6-7 the bracket "{" has no partner`, `{p:[{a:1 }{b:2 }]q:3 }`},
		{"unquoted name", `{a:1}`, `1-2 the name "a" needs double quotes`, `{a:1 }`},
		{"single quotes", `{'a':'b'}`, "1-2 strings need double quotes\n5-6 strings need double quotes", `{a:"b"}`},
		{"literals", `[True,None,.5,+1,01,1.,NaN,-]`, `1-5 "True" is no JSON value
6-10 "None" is no JSON value
11-13 ".5" is no JSON value
14-16 "+1" is no JSON value
17-19 "01" is no JSON value
20-22 "1." is no JSON value
23-26 "NaN" is no JSON value
27-28 "-" is no JSON value`, `[true null .5 1 01 1. missingmissing]`},
		{"odd space", "{\u2003\u00a0\"a\":1}", `1-6 the space character "U+2003" is not allowed between values`, `{a:1 }`},
		{"unexpected text", `{"a":1, xyz, "b":2}`, "8-11 \"xyz\" does not belong here\n11-12 a comma stands with nothing before it", `{a:1 b:2 }`},
		{"unexpected colon", `[:1]`, `1-2 ":" does not belong here`, `[1 ]`},
		{"unexpected bracket", `{"a":1]}`, `6-7 "]" does not belong here`, `{a:1 }`},
		{"trailing data", "{}\n, \"b\": {}\n", `3-12 there is text after the end of the value`, `{}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree := parse(c.text)
			var lines []string
			for _, p := range tree.Problems {
				lines = append(lines, fmt.Sprintf("%d-%d %s", p.Pos()-base, p.End()-base, p))
			}
			if diff := cmp.Diff(c.problems, strings.Join(lines, "\n")); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if got := plain(tree.Root); got != c.tree {
				t.Errorf("tree %s, want %s", got, c.tree)
			}
			if tree.IsWellFormed() != (c.name == "duplicate") {
				t.Errorf("IsWellFormed() = %t", tree.IsWellFormed())
			}
		})
	}
}

// plain is [outline] without places.
func plain(n *jsontree.Node) string {
	var b strings.Builder
	rest := outline(n)
	for {
		before, after, ok := strings.Cut(rest, "@")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		after = strings.TrimLeft(after, "-0123456789")
		if last := before[len(before)-1]; last == '"' || last == '}' || last == ']' || strings.HasSuffix(before, "missing") || strings.HasSuffix(before, "absent") {
			after = strings.TrimPrefix(after, " ")
		}
		rest = after
	}
}

func TestLimits(t *testing.T) {
	limits := jsontree.Limits{Depth: 3, Nodes: 10, Problems: 2}
	for _, c := range []struct{ name, text, problems, tree string }{
		{"depth", `{"a":[[["]"]],1],"b":2}`, "[values are nested too deep]", `{a:[[missing]1 ]b:2 }`},
		{"depth in broken text", `[[[[[`, `[the bracket "[" has no partner values are nested too deep]`, `[[[missing]]]`},
		{"nodes", `[1,2,3,4,5,6,7,8,9,10,11,12]`, "[there are too many values]", `[1 2 3 4 5 6 7 8 9 10 missing]`},
		{"problems", `[1,],2,,,,`, "[a comma stands before the closing bracket there is text after the end of the value]", `[1 ]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree := limits.Parse([]byte(c.text), base)
			if got := fmt.Sprint(tree.Problems); got != c.problems {
				t.Errorf("problems %s, want %s", got, c.problems)
			}
			if got := plain(tree.Root); got != c.tree {
				t.Errorf("tree %s, want %s", got, c.tree)
			}
		})
	}
}

func TestDeepNesting(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("[", 1e6),
		strings.Repeat(`{"a":`, 1e6),
		strings.Repeat("[", 1e6) + strings.Repeat("]", 1e6),
		strings.Repeat("[{", 1e6),
		strings.Repeat(`{"a":[`, 300) + strings.Repeat("}", 1e6),
	} {
		if tree := parse(text); tree.IsWellFormed() {
			t.Errorf("%.10s is well-formed", text)
		}
	}
}

func TestSpelling(t *testing.T) {
	var got []jsontree.Piece
	for p := range jsontree.Spelling(`"a\"\u003c\ud83d\ude00\n"`) {
		got = append(got, p)
	}
	want := []jsontree.Piece{{"a", 1, 2}, {`"`, 2, 4}, {"<", 4, 10}, {"\U0001F600", 10, 22}, {"\n", 22, 24}}
	if !slices.Equal(got, want) {
		t.Errorf("the pieces are %v, want %v", got, want)
	}
	for range jsontree.Spelling(`"`) {
		t.Error("a quote is a string")
	}
}
