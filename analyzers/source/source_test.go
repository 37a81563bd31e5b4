package source_test

import (
	"go/token"
	"go/types"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/source"
)

func open(t *testing.T, files map[string]string) (*source.Files, *token.FileSet) {
	t.Helper()
	pass := &analysis.Pass{
		Fset: token.NewFileSet(), Pkg: types.NewPackage("app.zip!/core.zip", "solution"),
		ReadFile: func(name string) ([]byte, error) {
			if s, ok := files[name]; ok {
				return []byte(s), nil
			}
			return nil, fs.ErrNotExist
		},
	}
	for name := range files {
		pass.OtherFiles = append(pass.OtherFiles, name)
	}
	result, err := source.Analyzer.Run(pass)
	if err != nil {
		t.Fatal(err)
	}
	return result.(*source.Files), pass.Fset
}

func TestFiles(t *testing.T) {
	files, fset := open(t, map[string]string{
		"Workflows/b.json": "{}", "workflows/A.json": "\xff\xfe{\x00\n\x00}\x00", "x.xml": "<x/>",
	})
	if got, want := files.Under("Workflows/"), []string{"Workflows/b.json", "workflows/A.json"}; !slices.Equal(got, want) {
		t.Errorf("Under = %q, want %q", got, want)
	}
	if got, ok := files.Find("X.XML"); got != "x.xml" || !ok {
		t.Errorf("Find(X.XML) = %q, %v", got, ok)
	}
	if _, ok := files.Find("y.xml"); ok {
		t.Error("Find found a member that is not there")
	}
	f, err := files.Open("workflows/A.json")
	if err != nil || string(f.Text) != "{\n}" {
		t.Fatalf("Open = %+v, %v", f, err)
	}
	if again, _ := files.Open("workflows/A.json"); again != f {
		t.Error("a member is decoded twice")
	}
	if got := fset.Position(f.Pos(2)); got.Line != 2 || got.Column != 1 {
		t.Errorf("Pos(2) is at %v", got)
	}
	unit, member := source.Split(fset.File(f.Pos(2)).Name())
	if unit != "app.zip!/core.zip" || member != "workflows/A.json" {
		t.Errorf("Split = %q, %q", unit, member)
	}
	if _, err := files.Open("absent"); err == nil {
		t.Error("an absent member opens")
	}
}

func TestAt(t *testing.T) {
	files, fset := open(t, map[string]string{"a": "text"})
	whole, again, other := files.At(""), files.At(""), files.At("a")
	if whole != again || whole == other || !whole.IsValid() {
		t.Errorf("At gives %v, %v and %v", whole, again, other)
	}
	if unit, member := source.Split(fset.File(whole).Name()); unit != "app.zip!/core.zip" || member != "" {
		t.Errorf("the unit is at %q, %q", unit, member)
	}
	if f := fset.File(other); f.Size() != 0 {
		t.Errorf("the mark has %d bytes", f.Size())
	}
}

func TestForget(t *testing.T) {
	files, fset := open(t, map[string]string{"a": strings.Repeat("line\n", 5)})
	f, err := files.Open("a")
	if err != nil {
		t.Fatal(err)
	}
	if got := files.Opened(); len(got) != 1 || got[0] != f {
		t.Errorf("Opened() = %v", got)
	}
	files.Forget()
	if got := files.Opened(); len(got) != 0 {
		t.Errorf("%d members are open after Forget", len(got))
	}
	if file := fset.File(f.Pos(9)); file.Offset(f.Pos(9)) != 9 || file.LineCount() != 1 {
		t.Error("Forget loses offsets or keeps lines")
	}
}
