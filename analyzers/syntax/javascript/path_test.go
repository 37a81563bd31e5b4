package javascript_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

var update = flag.Bool("update", false, "write what the tests find into the golden files")

// TestPaths compares the paths in the scripts of testdata/paths with what stands
// beside each line: the longest path of each expression, in the order of the text.
func TestPaths(t *testing.T) {
	golden(t, "paths", func(src string) string {
		f := javascript.Parse([]byte(src), javascript.Options{})
		said := make(map[int][]string)
		for n := range f.Nodes() {
			if p := n.Path(); p.IsValid() && !isPrefix(n) {
				line := strings.Count(src[:n.Span().Start], "\n")
				text := p.String()
				if p.IsDefined() {
					text += " (own)"
				}
				said[line] = append(said[line], text)
			}
		}
		var out strings.Builder
		for i, line := range strings.Split(strings.TrimSuffix(src, "\n"), "\n") {
			out.WriteString(line)
			if said[i] != nil {
				out.WriteString("  // " + strings.Join(said[i], ", "))
			}
			out.WriteString("\n")
		}
		return out.String()
	})
}

// isPrefix reports whether a node is what a longer path begins with.
func isPrefix(n javascript.Node) bool {
	parent := n.Parent()
	switch {
	case n.Kind() == javascript.This && !n.Path().IsValid():
		return true
	case parent.Is(javascript.Member, javascript.Call, javascript.New):
		return parent.Child(0) == n && parent.Path().IsValid()
	}
	return parent.Kind() == javascript.Property && n.Kind() == javascript.Identifier && parent.Path().IsValid()
}

// golden runs a function over the file "in.js" of each case in a folder of
// testdata and compares the result with the file "want".
func golden(t *testing.T, folder string, f func(src string) string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("found the cases %q and %v", names, err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if len(archive.Comment) == 0 || len(archive.Files) == 0 {
				t.Fatal("a case has a comment and a file in.js")
			}
			got := f(string(archive.Files[0].Data))
			want := ""
			if len(archive.Files) > 1 {
				want = string(archive.Files[1].Data)
			}
			if got == want {
				return
			}
			if !*update {
				t.Errorf("run go test with -update if this is right:\n%s", got)
				return
			}
			archive.Files = append(archive.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
			if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(fmt.Errorf("writing %s: %w", name, err))
			}
		})
	}
}

// TestLookup answers the questions of the scripts in testdata/lookup.
func TestLookup(t *testing.T) {
	golden(t, "lookup", func(src string) string {
		f := javascript.Parse([]byte(src), javascript.Options{})
		presence := map[javascript.Presence]string{javascript.Absent: "absent", javascript.Unclear: "unclear", javascript.Present: "present"}
		var out strings.Builder
		for line := range strings.Lines(src) {
			questions, ok := strings.CutPrefix(line, "// ? ")
			for path := range strings.FieldsSeq(questions) {
				if ok {
					n, p := f.Lookup(path)
					fmt.Fprintf(&out, "%s: %s %s %.40q\n", path, presence[p], n.Kind(), n.Text())
				}
			}
		}
		return out.String()
	})
}
