package fix_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/fix"
)

// A file of the tests: "0123456789" lines.
const ten = "l0\nl1\nl2\nl3\nl4\nl5\nl6\nl7\nl8\nl9\n"

func edit(path, old string, start int, text string) engine.Edit {
	return engine.Edit{Place: engine.Place{Package: "src", Path: path, Disk: "src/" + path}, Start: start, End: start + len(old), Old: old, New: text}
}

func finding(edits ...engine.Edit) engine.Finding {
	return engine.Finding{Fixes: []engine.Fix{{Message: "Do it", Edits: edits}}}
}

func plan(t *testing.T, files map[string]string, findings ...engine.Finding) *fix.Plan {
	t.Helper()
	p, err := fix.New(findings, func(path string) ([]byte, error) {
		text, ok := files[path]
		if !ok {
			return nil, errors.New("no such file")
		}
		return []byte(text), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func show(p *fix.Plan) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d fixes, %d passed\n", p.Fixes, p.Passed)
	for _, f := range p.Files {
		fmt.Fprintf(&b, "%s: %q\n", f.Path, f.After)
	}
	return b.String()
}

func TestPlan(t *testing.T) {
	inZip := edit("a.js", "b", 1, "x")
	inZip.Package, inZip.Disk = "src.zip", "src.zip"
	for _, c := range []struct {
		name     string
		text     string
		findings []engine.Finding
		want     string
	}{
		{"one", "abc", []engine.Finding{finding(edit("a.js", "b", 1, "x"))}, "1 fixes, 0 passed\nsrc/a.js: \"axc\"\n"},
		{"in any order", "abc", []engine.Finding{finding(edit("a.js", "c", 2, "")), finding(edit("a.js", "a", 0, "xx"))}, "2 fixes, 0 passed\nsrc/a.js: \"xxb\"\n"},
		{"the first wins", "abc", []engine.Finding{finding(edit("a.js", "ab", 0, "x")), finding(edit("a.js", "bc", 1, "y"))}, "1 fixes, 1 passed\nsrc/a.js: \"xc\"\n"},
		{"all or nothing", "abcdef", []engine.Finding{finding(edit("a.js", "c", 2, "x")), finding(edit("a.js", "a", 0, "y"), edit("a.js", "cd", 2, "z"))}, "1 fixes, 1 passed\nsrc/a.js: \"abxdef\"\n"},
		{"twice the same", "abc", []engine.Finding{finding(edit("a.js", "b", 1, "x")), finding(edit("a.js", "b", 1, "x"))}, "2 fixes, 0 passed\nsrc/a.js: \"axc\"\n"},
		{"insertions at one place", "abc", []engine.Finding{finding(edit("a.js", "", 1, "x")), finding(edit("a.js", "", 1, "y"))}, "1 fixes, 1 passed\nsrc/a.js: \"axbc\"\n"},
		{"the file has changed", "xyz", []engine.Finding{finding(edit("a.js", "b", 1, "x"))}, "0 fixes, 1 passed\n"},
		{"the file is shorter", "", []engine.Finding{finding(edit("a.js", "b", 1, "x"))}, "0 fixes, 1 passed\n"},
		{"byte order mark", "\xef\xbb\xbfabc", []engine.Finding{finding(edit("a.js", "b", 1, "x"))}, "1 fixes, 0 passed\nsrc/a.js: \"\\ufeffaxc\"\n"},
		{"code page", "\xe4bc", []engine.Finding{finding(edit("a.js", "b", 2, "x"))}, "1 fixes, 0 passed\nsrc/a.js: \"\\xe4xc\"\n"},
		{"UTF-16", "\xff\xfea\x00b\x00", []engine.Finding{finding(edit("a.js", "b", 1, "x"))}, "1 fixes, 0 passed\nsrc/a.js: \"\\xff\\xfea\\x00x\\x00\"\n"},
		{"binary", "a\x00bcd\x00", []engine.Finding{finding(edit("a.js", "b", 2, "x"))}, "0 fixes, 1 passed\n"},
		{"in a zip", "abc", []engine.Finding{finding(inZip)}, "0 fixes, 0 passed\n"},
		{"none", "abc", []engine.Finding{{}}, "0 fixes, 0 passed\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := show(plan(t, map[string]string{"src/a.js": c.text}, c.findings...))
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestUnreadable(t *testing.T) {
	_, err := fix.New([]engine.Finding{finding(edit("a.js", "b", 1, "x"))}, func(string) ([]byte, error) { return nil, errors.New("no such file") })
	if err == nil || err.Error() != "fixing: no such file" {
		t.Errorf("the error is %v", err)
	}
}

func TestDiffOfEmptyFile(t *testing.T) {
	var b strings.Builder
	if err := plan(t, map[string]string{"src/a.js": ""}, finding(edit("a.js", "", 0, "x\n"))).Diff(&b); err != nil {
		t.Fatal(err)
	}
	if want := "--- a/src/a.js\n+++ b/src/a.js\n@@ -1,1 +1,1 @@\n-\n\\ No newline at end of file\n+x\n"; b.String() != want {
		t.Errorf("got %q", b.String())
	}
}

func TestDiff(t *testing.T) {
	files := map[string]string{"src/a.js": ten + ten, "src/b.js": "one\ntwo"}
	p := plan(t, files,
		finding(edit("a.js", "l1", 3, "x1\nx1a")), finding(edit("a.js", "l3\n", 9, "")), finding(edit("a.js", "l9", 57, "x9"), edit("a.js", "\n", 59, "!\n")),
		finding(edit("b.js", "wo", 5, "oo")),
	)
	var b strings.Builder
	if err := p.Diff(&b); err != nil {
		t.Fatal(err)
	}
	want := `--- a/src/a.js
+++ b/src/a.js
@@ -1,7 +1,7 @@
 l0
-l1
+x1
+x1a
 l2
-l3
 l4
 l5
 l6
@@ -17,4 +17,4 @@
 l6
 l7
 l8
-l9
+x9!
--- a/src/b.js
+++ b/src/b.js
@@ -1,2 +1,2 @@
 one
-two
\ No newline at end of file
+too
\ No newline at end of file
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Error(d)
	}
}
