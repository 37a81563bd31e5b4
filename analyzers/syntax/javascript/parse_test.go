package javascript_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

// TestTrees compares the trees of the lines of the scripts in testdata/trees,
// each line a script of its own.
func TestTrees(t *testing.T) {
	golden(t, "trees", func(src string) string {
		var out strings.Builder
		for line := range strings.Lines(src) {
			line = strings.TrimSuffix(line, "\n")
			f := javascript.Parse([]byte(line), javascript.Options{})
			out.WriteString(line + "\n")
			for n := range f.Root().Children() {
				out.WriteString("\t" + tree(n) + "\n")
			}
			for _, e := range f.Errors {
				fmt.Fprintf(&out, "\t! %s: %s\n", where(line, e.Span), e.Message)
			}
		}
		return out.String()
	})
}

// TestErrors compares what is reported of the scripts in testdata/errors, and
// what is read of them nevertheless: the paths of their calls.
func TestErrors(t *testing.T) {
	golden(t, "errors", func(src string) string {
		f := javascript.Parse([]byte(src), javascript.Options{})
		var out strings.Builder
		for _, e := range f.Errors {
			fmt.Fprintf(&out, "%s: %s\n", where(src, e.Span), e.Message)
		}
		for n := range f.Of(javascript.Call) {
			fmt.Fprintf(&out, "call %s %s\n", where(src, n.Span()), n.Path())
		}
		return out.String()
	})
}

// where is a place as line:column, with what stands there.
func where(src string, at javascript.Span) string {
	before := src[:at.Start]
	line := strings.Count(before, "\n") + 1
	column := len(before) - strings.LastIndex(before, "\n")
	text, _, _ := strings.Cut(src[at.Start:at.End], "\n")
	return fmt.Sprintf("%d:%d %q", line, column, text[:min(len(text), 40)])
}

// tree writes a node and all below it.
func tree(n javascript.Node) string {
	var marks []string
	for mark, is := range map[string]bool{
		"async": n.IsAsync(), "broken": n.IsBroken(), "computed": n.IsComputed(), "generator": n.IsGenerator(), "optional": n.IsOptional(),
		"parens": n.IsParenthesised(), "shorthand": n.IsShorthand(), "static": n.IsStatic(), "strict": n.IsStrict(), "target": n.IsTarget(),
	} {
		if is {
			marks = append(marks, mark)
		}
	}
	slices.Sort(marks)
	label := n.Kind().String()
	for _, word := range []string{n.Name(), n.Operator()} {
		if word != "" {
			label += " " + word
		}
	}
	if len(marks) > 0 {
		label += " [" + strings.Join(marks, " ") + "]"
	}
	var below []string
	for c := range n.Children() {
		below = append(below, tree(c))
	}
	if len(below) == 0 {
		if n.Name() == "" && n.Text() != "" {
			label += " " + n.Text()
		}
		return "(" + label + ")"
	}
	return "(" + label + " " + strings.Join(below, " ") + ")"
}

func TestGoals(t *testing.T) {
	for _, c := range []struct {
		src      string
		goal     javascript.Goal
		module   bool
		complete bool
	}{
		{"import a from 'b'", javascript.Auto, true, true},
		{"export default 1", javascript.Auto, true, true},
		{"import('b').then(f)", javascript.Auto, false, true},
		{"await (go())", javascript.Auto, false, true},
		{"await x", javascript.Auto, true, true},
		{"import a from 'b'", javascript.Script, false, false},
		{"var a; <!-- c\n--> d", javascript.Auto, false, true},
		{"return go(event)", javascript.FunctionBody, false, true},
		{"return go(event)", javascript.Auto, false, false},
		{"with (a) b", javascript.Module, true, false},
	} {
		f := javascript.Parse([]byte(c.src), javascript.Options{Goal: c.goal})
		if f.IsModule != c.module || f.IsComplete() != c.complete {
			t.Errorf("%q: module %v, complete %v (%v); want %v and %v", c.src, f.IsModule, f.IsComplete(), f.Errors, c.module, c.complete)
		}
	}
}

func TestFeatures(t *testing.T) {
	for _, c := range []struct {
		src     string
		feature string
		edition int
	}{
		{"var a = b ** 2", "exponentiation operator", 2016},
		{"async function f() {}", "async function", 2017},
		{"f(a,)", "trailing comma in parameters or arguments", 2017},
		{"a = {...b}", "object rest or spread", 2018},
		{"try {} catch {}", "catch without a parameter", 2019},
		{"a?.b", "optional chaining", 2020},
		{"a ?? b", "nullish coalescing", 2020},
		{"1n", "BigInt literal", 2020},
		{"import('a')", "dynamic import", 2020},
		{"a ||= b", "logical assignment", 2021},
		{"1_000", "numeric separator", 2021},
		{"class A { b = 1 }", "class field", 2022},
		{"class A { #b }", "class field", 2022},
		{"class A { static {} }", "static block", 2022},
		{"/a/d", "regular expression flag d", 2022},
		{"#!/bin/node", "hashbang comment", 2023},
		{"/a/v", "regular expression flag v", 2024},
		{"/(?i:a)/", "regular expression modifiers", 2025},
		{"import a from 'b' with { type: 'json' }", "import attributes", 2025},
		{"{ using a = b; }", "using declaration", 2026},
	} {
		f := javascript.Parse([]byte(c.src), javascript.Options{})
		u, ok := f.FirstBeyond(c.edition - 1)
		if !ok || u.Name != c.feature || u.Edition != c.edition || !f.IsComplete() {
			t.Errorf("%q uses first %v (%v); want %s of %d", c.src, u, f.Errors, c.feature, c.edition)
		}
		if later, ok := f.FirstBeyond(c.edition); ok {
			t.Errorf("%q uses %v, later than %d", c.src, later, c.edition)
		}
	}
	if f := javascript.Parse([]byte("var a = { b: function () { return this; } };"), javascript.Options{}); len(f.Features) != 0 {
		t.Errorf("the first edition has %v", f.Features)
	}
}

func TestValues(t *testing.T) {
	for src, want := range map[string]string{
		`"a\x41\u{1F600}\n\
b\u0042"`: "aA\U0001F600\nbB",
		`'\ud83d\ude00\ud83d'`: "\U0001F600\uFFFD",
		"`a\\tb`":              "a\tb",
		`"\0\101\8"`:           "\x00A8",
	} {
		f := javascript.Parse([]byte("x = "+src), javascript.Options{})
		got, ok := f.Root().Child(0).Child(0).Child(1).StringValue()
		if !ok || got != want {
			t.Errorf("%s stands for %q, want %q", src, got, want)
		}
	}
}

func TestSpelling(t *testing.T) {
	src := `x = "a\"\ud83d\ude00\
\x41"`
	f := javascript.Parse([]byte(src), javascript.Options{})
	var got []string
	for p := range f.Root().Child(0).Child(0).Child(1).Spelling() {
		got = append(got, p.Text+" of "+src[p.Start:p.End])
	}
	want := []string{"a of a", `" of \"`, "\U0001F600 of \\ud83d\\ude00", `A of \x41`}
	if !slices.Equal(got, want) {
		t.Errorf("the pieces are %q, want %q", got, want)
	}
	for range f.Root().Spelling() {
		t.Error("a program is a string")
	}
}

func TestOperatorSpan(t *testing.T) {
	src := "(a /* == */) // ==\n == (b)"
	f := javascript.Parse([]byte(src), javascript.Options{})
	for n := range f.Of(javascript.Binary) {
		if got := n.OperatorSpan(); src[got.Start:got.End] != "==" || got.Start != 20 {
			t.Errorf("the operator is at %v: %q", got, src[got.Start:got.End])
		}
	}
}
