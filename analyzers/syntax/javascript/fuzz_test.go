package javascript_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

// seed adds the scripts of all cases, and texts that are hard to end.
func seed(f *testing.F) {
	f.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", "*", "*.txtar"))
	if err != nil || len(names) == 0 {
		f.Fatalf("found the cases %q and %v", names, err)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(txtar.Parse(b).Files[0].Data)
	}
	for _, src := range []string{
		"", "a`${", "`${`${`${", "/", "/[", "\\u{", "\"\\", "#", "#!", "<!--", "async(", "(a=", "class{", "class A{#", "for(let", "({get", "x=>{",
		"a?.", "import", "import{", "export*", "new.", "'\\u{110000}'", "0x", "1e", "1_", "1n.", "switch(a){case", "{}/a/", "\u2028", "\xff", "\xe2\x80",
	} {
		f.Add([]byte(src))
	}
}

// FuzzParse looks whether every tree hangs together.
func FuzzParse(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, goal := range []javascript.Goal{javascript.Auto, javascript.Script, javascript.Module, javascript.FunctionBody} {
			file := javascript.Parse(src, javascript.Options{Goal: goal})
			for n := range file.Nodes() {
				checkNode(t, n)
			}
			for _, e := range file.Errors {
				if e.Span.Start < 0 || e.Span.End < e.Span.Start || int(e.Span.End) > len(src) {
					t.Fatalf("an error is at %v of %d bytes", e.Span, len(src))
				}
			}
		}
	})
}

func checkNode(t *testing.T, n javascript.Node) {
	t.Helper()
	span, last := n.Span(), int32(0)
	if span.Start < 0 || span.End < span.Start || int(span.End) > len(n.File().Source) {
		t.Fatalf("a %s is at %v of %d bytes", n.Kind(), span, len(n.File().Source))
	}
	for c := range n.Children() {
		if c.Parent() != n {
			t.Fatalf("a %s in a %s has another parent", c.Kind(), n.Kind())
		}
		if c.Span().Start < last && !n.IsBroken() {
			t.Fatalf("a %s in a %s begins before the one before it ends", c.Kind(), n.Kind())
		}
		last = c.Span().Start
	}
	if want, ok := n.StringValue(); ok && n.Is(javascript.String, javascript.TemplateText) {
		got, at := "", span.Start
		for p := range n.Spelling() {
			if p.Start < at || p.End <= p.Start || p.End > span.End {
				t.Fatalf("the piece %q of a %s at %v is at %v", p.Text, n.Kind(), span, p.Span)
			}
			got, at = got+p.Text, p.End
		}
		if got != want {
			t.Fatalf("%q is spelt %q", want, got)
		}
	}
	if n.Function().Kind() != javascript.Function && n.Function() != n.File().Root() {
		t.Fatalf("the function around a %s is a %s", n.Kind(), n.Function().Kind())
	}
}

// FuzzScope looks whether names, paths and what is defined agree with each other.
func FuzzScope(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		file := javascript.Parse(src, javascript.Options{})
		for n := range file.Nodes() {
			if path := n.Path(); path.IsValid() && path.String() == "" {
				t.Fatalf("a %s has a path without a name", n.Kind())
			}
			if s := n.Symbol(); n.Kind() == javascript.Identifier && n.Name() != "" && !contains(s, n) {
				t.Fatalf("%q is not among the uses of what it refers to", n.Name())
			}
		}
		for s := range file.Symbols() {
			values, _ := s.Values()
			for _, v := range values {
				if !v.IsValid() {
					t.Fatalf("%q is given nothing", s.Name())
				}
			}
			_, _ = file.Lookup(s.Name() + ".a.b")
			// A var, and a function of sloppy code, is declared outside of the blocks
			// around it, where its name may be that of something else: catch (e) { var e; }.
			hoisted := s.Kind() == javascript.Var || s.Kind() == javascript.Func
			if d := s.Declaration(); d.IsValid() && d.Symbol() != s && !hoisted {
				t.Fatalf("the declaration of %q belongs to another", s.Name())
			}
		}
	})
}

func contains(s javascript.Symbol, n javascript.Node) bool {
	for use := range s.References() {
		if use == n {
			return true
		}
	}
	return false
}
