package exportpackage_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
func TestModel(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal(err, len(archives))
	}
	for _, archive := range archives {
		t.Run(filepath.Base(archive), func(t *testing.T) {
			data, err := os.ReadFile(archive)
			if err != nil {
				t.Fatal(err)
			}
			m, r := read(t, analyzertest.Txtar(data))
			got := analyzertest.Dumper{Where: r.Where}.Dump(m)
			for _, fact := range r.Facts {
				got += "fact " + fact.(interface{ String() string }).String() + "\n" + analyzertest.Dumper{}.Dump(fact)
			}
			golden := strings.TrimSuffix(archive, "txtar") + "golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOtherUnits(t *testing.T) {
	r := analyzertest.Run(t, exportpackage.Analyzer, unit.Archive, analyzertest.Files{"manifest.json": nil})
	if len(r.Facts) > 0 || len(r.Value.(unit.Reader).Unread()) > 0 {
		t.Errorf("an archive without apps and flows gives %+v and the facts %v", r.Value, r.Facts)
	}
}

// problems returns what could not be read, each with its place.
func problems(r *analyzertest.Result) []string {
	var list []string
	for _, p := range r.Value.(unit.Reader).Unread() {
		list = append(list, r.Where(p.Pos)+": "+p.Message)
	}
	return list
}

func TestProblems(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"manifest.json", `{"resources": {"a": {}, }}`, `manifest.json:1:23: a comma stands before the closing bracket`},
		{"manifest.json", ``, `manifest.json: there is no JSON value`},
	} {
		_, r := read(t, analyzertest.Files{c.name: []byte(c.text), "Microsoft.Flow/flows/a/definition.json": nil})
		if got := strings.Join(problems(r), "; "); got != c.want {
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
