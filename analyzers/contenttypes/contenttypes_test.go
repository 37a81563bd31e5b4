package contenttypes_test

import (
	"flag"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/contenttypes"
	"github.com/solcheck/solcheck/analyzers/unit"
)

var update = flag.Bool("update", false, "write the golden files")

func read(tb testing.TB, files analyzertest.Files) (*contenttypes.Model, *analyzertest.Result) {
	tb.Helper()
	r := analyzertest.Run(tb, contenttypes.Analyzer, unit.Data, files)
	return r.Value.(*contenttypes.Model), r
}

// TestModel compares the model of each archive with its golden file.
func TestModel(t *testing.T) { analyzertest.Golden(t, contenttypes.Analyzer, unit.Data, *update) }

func TestOtherUnits(t *testing.T) {
	analyzertest.Nothing(t, contenttypes.Analyzer, unit.Solution, analyzertest.Files{"a.txt": nil})
}

func TestProblems(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"[Content_Types].xml", `<Types>
<Default></x>`, `[Content_Types].xml:2:10: the content types are broken: </x> stands where </Default> was expected`},
		{"[Content_Types].xml", `<types/>`, `[Content_Types].xml:1:1: the content types begin with "types", expected "Types"`},
	} {
		_, r := read(t, analyzertest.Files{c.name: []byte(c.text)})
		if got := strings.Join(r.Problems(), "; "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestCovers(t *testing.T) {
	m, _ := read(t, analyzertest.Files{contenttypes.Name: []byte(`<Types><Default Extension="XML"/><Default Extension=".dll"/><Override PartName="/a/b"/></Types>`)})
	for member, want := range map[string]bool{"a.xml": true, "x/a.Xml": true, "a.DLL": true, "a/b": true, "a/c": false, "a.png": false, "xml": false} {
		if got := m.Covers(member); got != want {
			t.Errorf("Covers(%q) = %v", member, got)
		}
	}
}

func FuzzModel(f *testing.F) {
	f.Add([]byte(`<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="xml" ContentType="application/octet-stream" />
  <Default Extension="zip" ContentType="application/octet-stream" />
</Types>
`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, r := read(t, analyzertest.Files{"[Content_Types].xml": text})
		for _, p := range m.Unread() {
			if !p.Pos.IsValid() || p.Message == "" {
				t.Fatalf("%+v", p)
			}
		}
		analyzertest.Dumper{Where: r.Where}.Dump(m) // every place must be in the file
	})
}
