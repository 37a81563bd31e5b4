package jsontree_test

import (
	"go/token"
	"testing"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// FuzzParse holds the readers to their promises: places are nested and in order,
// text is well-formed if and only if jsontext says so, and pointers lead back.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		``, `{}`, `[]`, `nul`, `{"a":[1,-2.5e+3,"\u00e9\ud83d\ude00\ud800"],"a":{"b":null}}`, `{"a":1,,}`, `[1 2`, `{a:'b'}`,
		"{\"a\": \"x,\n\"b\": 2}", "[1]//", "/*", "{\u2003}", `[{"a":1,{"b":2}]`, `{"a"}`, "[\"\\", "\"\\u12", `[01,.5,+1]`, "[\xff\"\xff\"]", "[1/**/]",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		limits := jsontree.Limits{Problems: 1 << 20}
		tree := limits.Parse(text, base)
		end := base + token.Pos(len(text))
		if tree.Root != nil {
			checkPlaces(t, tree.Root, base, end)
		}
		checkProblems(t, tree, end)
		valid := jsontext.Value(text).IsValid(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
		if valid != tree.IsWellFormed() && !hasLimit(tree) {
			t.Errorf("jsontext says %t, problems are %v", valid, tree.Problems)
		}
		lenient := jsontree.ParseLenient(text, base)
		if valid {
			if got, want := outline(lenient.Root), outline(tree.Root); got != want {
				t.Errorf("the forgiving reader has %s and the strict one %s", got, want)
			}
			if len(lenient.Problems) != len(tree.Problems) {
				t.Errorf("the forgiving reader complains of %v", lenient.Problems)
			}
		}
		if valid && utf8.Valid(text) {
			checkSpelling(t, tree.Root, string(text))
		}
		checkPointers(t, tree)
	})
}

// checkSpelling puts each string together again from how it is written.
func checkSpelling(t *testing.T, n *jsontree.Node, text string) {
	t.Helper()
	if want, ok := n.Text(); ok {
		got, at := "", 1
		for p := range jsontree.Spelling(text[n.Pos()-base : n.End()-base]) {
			if p.Start != at || p.End <= at {
				t.Errorf("%q: the piece %q is from %d to %d, and the one before ends at %d", want, p.Text, p.Start, p.End, at)
			}
			got, at = got+p.Text, p.End
		}
		if got != want {
			t.Errorf("%q is spelt %q", want, got)
		}
	}
	for _, value := range n.Members() {
		checkSpelling(t, value, text)
	}
	for _, item := range n.Items() {
		checkSpelling(t, item, text)
	}
}

func checkProblems(t *testing.T, tree *jsontree.Tree, end token.Pos) {
	t.Helper()
	last := base
	for _, p := range tree.Problems {
		if p.Pos() < last || p.End() < p.Pos() || p.End() > end || p.String() == "" {
			t.Errorf("problem %d-%d %s is out of place", p.Pos()-base, p.End()-base, p)
		}
		last = p.Pos()
	}
}

func hasLimit(tree *jsontree.Tree) bool {
	for _, p := range tree.Problems {
		if p.Kind == jsontree.TooDeep || p.Kind == jsontree.TooLarge {
			return true
		}
	}
	return false
}

func checkPlaces(t *testing.T, n *jsontree.Node, from, to token.Pos) {
	t.Helper()
	if n.Pos() < from || n.End() < n.Pos() || n.End() > to {
		t.Errorf("%s at %d-%d lies outside of %d-%d", n.Kind(), n.Pos()-base, n.End()-base, from-base, to-base)
	}
	at := n.Pos()
	for key, value := range n.Members() {
		if key.Pos() < at || key.End() < key.Pos() {
			t.Errorf("name %q at %d-%d is out of order", key.Name, key.Pos()-base, key.End()-base)
		}
		checkPlaces(t, value, key.End(), n.End())
		at = value.End()
	}
	for _, item := range n.Items() {
		checkPlaces(t, item, at, n.End())
		at = item.End()
	}
}

// checkPointers follows the pointer of the last leaf back to it.
func checkPointers(t *testing.T, tree *jsontree.Tree) {
	t.Helper()
	n := tree.Root
	for n.Len() > 0 {
		if n.Is(jsontree.Array) {
			n = n.Item(n.Len() - 1)
			continue
		}
		for key, value := range n.Members() {
			if n.Get(key.Name) == value {
				n = value
				break
			}
		}
	}
	if n.Pos() < n.End() && tree.Root.Follow(tree.Pointer(n.Pos())) != n {
		t.Errorf("pointer %q leads elsewhere", tree.Pointer(n.Pos()))
	}
}
