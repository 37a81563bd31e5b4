package exportpackage_test

import (
	"flag"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/exportpackage"
	"github.com/solcheck/solcheck/analyzers/unit"
)

var update = flag.Bool("update", false, "write the golden files")

func read(tb testing.TB, files analyzertest.Files) (*exportpackage.Model, *analyzertest.Result) {
	tb.Helper()
	r := analyzertest.Run(tb, exportpackage.Analyzer, unit.Archive, files)
	return r.Value.(*exportpackage.Model), r
}

// TestModel compares the model of each archive with its golden file.
func TestModel(t *testing.T) { analyzertest.Golden(t, exportpackage.Analyzer, unit.Archive, *update) }

func TestOtherUnits(t *testing.T) {
	analyzertest.Nothing(t, exportpackage.Analyzer, unit.Archive, analyzertest.Files{"manifest.json": nil})
}

func TestProblems(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"manifest.json", `{"resources": {"a": {}, }}`, `manifest.json:1:23: a comma stands before the closing bracket`},
		{"manifest.json", ``, `manifest.json: there is no JSON value`},
	} {
		_, r := read(t, analyzertest.Files{c.name: []byte(c.text), "Microsoft.Flow/flows/a/definition.json": nil})
		if got := strings.Join(r.Problems(), "; "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func FuzzModel(f *testing.F) {
	f.Add([]byte(`{"resources": {"a": {"type": "Microsoft.Flow/flows", "dependsOn": ["b", 1]}}, "flowAssets": {"assetPaths": ["a", null]}}`))
	f.Add([]byte(`{"appDefinitionTemplate": {"properties": {"appUris": {"documentUri": {"value": "/a/b.msapp"}}, "icons": {"x": "/a/c.png"}}}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, r := read(t, analyzertest.Files{"manifest.json": text, "Microsoft.Flow/flows/manifest.json": text, "Microsoft.PowerApps/apps/a/a.json": text})
		for _, p := range m.Unread() {
			if !p.Pos.IsValid() || p.Message == "" {
				t.Fatalf("%+v", p)
			}
		}
		analyzertest.Dumper{Where: r.Where}.Dump(m) // every place must be in the file
	})
}
