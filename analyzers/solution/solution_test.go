package solution_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
)

var update = flag.Bool("update", false, "write the golden files")

func read(tb testing.TB, files analyzertest.Files) (*solution.Model, *analyzertest.Result) {
	tb.Helper()
	r := analyzertest.Run(tb, solution.Analyzer, unit.Solution, files)
	return r.Value.(*solution.Model), r
}

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
			got := dump(t, data)
			analyzertest.Settle(t, archive[:len(archive)-len("txtar")]+"golden", got, *update)
		})
	}
}

// dump prints the model and the facts of the solution in an archive.
func dump(t *testing.T, archive []byte) string {
	t.Helper()
	m, r := read(t, analyzertest.Txtar(archive))
	var b strings.Builder
	b.WriteString(analyzertest.Dumper{Where: r.Where}.Dump(m))
	for _, fact := range r.Facts {
		b.WriteString("fact " + fact.(interface{ String() string }).String() + "\n" + analyzertest.Dumper{}.Dump(fact))
	}
	return b.String()
}

// TestPartyRef checks that a party is named by what there is, and that kinds of
// components without a code have their type all the same.
func TestPartyRef(t *testing.T) {
	for text, want := range map[string]component.Ref{
		`type="1" schemaName="contoso_visit" displayName="Visit"`:                        {Type: component.Table, Name: "contoso_visit"},
		`type="60" displayName="Visit" id="{c1e2f9a3-53c7-4a8c-8a0d-3d9f7f1b2c44}"`:      {Type: component.Form, Name: "Visit"},
		`type="connectionreference" id.connectionreferencelogicalname="contoso_outlook"`: {Type: component.ConnectionReference, Name: "contoso_outlook"},
		`type="EnvironmentVariableDefinition" displayName="contoso_Limit"`:               {Type: component.EnvironmentVariable, Name: "contoso_Limit"},
		`type="CustomAPI" displayName="contoso_Check"`:                                   {Type: component.CustomAPI, Name: "contoso_Check"},
		`type="appaction" displayName="contoso_Send"`:                                    {Type: component.AppAction, Name: "contoso_Send"},
		`type="botcomponent" displayName="contoso_Guide.topic.Start"`:                    {Type: component.BotComponent, Name: "contoso_Guide.topic.Start"},
		`type="MaskingRule" displayName="Hide it"`:                                       {Name: "Hide it"},
	} {
		m, _ := read(t, analyzertest.Files{"solution.xml": []byte(`<ImportExportXml><SolutionManifest><MissingDependencies><MissingDependency><Required ` + text +
			` solution="Active" /></MissingDependency></MissingDependencies></SolutionManifest></ImportExportXml>`)})
		if got := m.MissingDependencies[0].Ref(); got != want {
			t.Errorf("%s is %v %q, want %v %q", text, got.Type, got.Name, want.Type, want.Name)
		}
	}
}

// TestLayouts checks that the manifest is found wherever tools put it and
// whatever its encoding.
func TestLayouts(t *testing.T) {
	const manifest = `<ImportExportXml><SolutionManifest><UniqueName>a</UniqueName></SolutionManifest></ImportExportXml>`
	for name, text := range map[string]string{
		"solution.xml":       manifest,
		"Solution.xml":       "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n" + manifest,
		"Other/Solution.xml": `<?xml version="1.0" encoding="utf-16"?>` + manifest,
		"other/solution.xml": manifest,
	} {
		m, r := read(t, analyzertest.Files{
			name:                               []byte(text),
			"Other/Relationships/Solution.xml": []byte("<EntityRelationships />"),
		})
		if m.File != name || m.UniqueName.Value != "a" || len(m.Problems) > 0 || len(r.Facts) != 2 {
			t.Errorf("%s: %q %q %v %v", name, m.File, m.UniqueName.Value, m.Problems, r.Facts)
		}
	}
}

func TestProblems(t *testing.T) {
	for _, c := range []struct{ name, text, where, message string }{
		{"solution.xml", "<ImportExportXml>\n<SolutionManifest>\n<Version>1</Version></x>", "solution.xml:3:21", "the manifest is broken: </x> stands where </SolutionManifest> was expected"},
		{"solution.xml", "<Solution/>", "solution.xml:1:1", `the manifest begins with "Solution", expected "ImportExportXml"`},
		{"solution.xml", "<ImportExportXml/>", "solution.xml:1:1", `the manifest has no element "SolutionManifest"`},
		{"solution.xml", "", "solution.xml", "the manifest is broken: the text holds no element"},
		{"customizations.xml", "<ImportExportXml/>", "", "the solution has no manifest: neither solution.xml nor Other/Solution.xml is there"},
	} {
		m, r := read(t, analyzertest.Files{c.name: []byte(c.text)})
		if len(m.Problems) != 1 || m.Problems[0].Message != c.message || r.Where(m.Problems[0].Pos) != c.where {
			t.Errorf("%q: %v at %s", c.text, m.Problems, r.Where(m.Problems[0].Pos))
		}
	}
	// What stands before the break is there.
	m, r := read(t, analyzertest.Files{"solution.xml": []byte("<ImportExportXml><SolutionManifest><Version>1</Version></x>")})
	if m.Version.Value != "1" || len(r.Facts) == 0 {
		t.Errorf("version %q, facts %v", m.Version.Value, r.Facts)
	}
}

func TestOtherUnits(t *testing.T) {
	r := analyzertest.Run(t, solution.Analyzer, unit.CanvasApp, analyzertest.Files{})
	if m := r.Value.(*solution.Model); m.IsSet() || len(m.Problems) > 0 || len(r.Facts) > 0 {
		t.Errorf("%+v", m)
	}
}

func TestPartySplitsSolution(t *testing.T) {
	for text, want := range map[string]struct {
		name, version string
		active        bool
	}{
		"FieldService (8.8.0.88)":  {"FieldService", "8.8.0.88", false},
		"Active":                   {"Active", "", true},
		"Active (1.0.0.0)":         {"Active", "1.0.0.0", false},
		"My Solution (beta) (1.0)": {"My Solution (beta)", "1.0", false},
		"My Solution (beta)":       {"My Solution (beta)", "", false},
		"":                         {"", "", false},
		"x ()":                     {"x ()", "", false},
		"x (9.0.2103.4000 )":       {"x", "9.0.2103.4000", false},
		"x ( )":                    {"x ( )", "", false},
	} {
		m, _ := read(t, analyzertest.Files{"solution.xml": []byte(`<ImportExportXml><SolutionManifest><MissingDependencies><MissingDependency><Required type="1" schemaName="a" solution="` +
			text + `"/></MissingDependency></MissingDependencies></SolutionManifest></ImportExportXml>`)})
		d := m.MissingDependencies[0]
		if p := d.Required; p.SolutionName != want.name || p.SolutionVersion != want.version || p.Active != want.active {
			t.Errorf("%q: %q %q %v", text, p.SolutionName, p.SolutionVersion, p.Active)
		}
		if d.Ref() != (component.Ref{Type: component.Table, Name: "a"}) {
			t.Errorf("%q: %v", text, d.Ref())
		}
	}
}

func TestLimits(t *testing.T) {
	m, _ := read(t, analyzertest.Files{"solution.xml": []byte("<ImportExportXml><SolutionManifest><RootComponents>" +
		strings.Repeat("<RootComponent/>", 100_001) + "</RootComponents></SolutionManifest></ImportExportXml>")})
	if len(m.RootComponents) != 100_000 || len(m.Problems) != 1 {
		t.Errorf("%d root components, problems %v", len(m.RootComponents), m.Problems)
	}
}

func FuzzModel(f *testing.F) {
	data, err := os.ReadFile("testdata/full.txtar")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(analyzertest.Txtar(data)["solution.xml"])
	f.Add([]byte(`<ImportExportXml/>`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, r := read(t, analyzertest.Files{"solution.xml": text})
		for _, p := range m.Problems {
			if !p.Pos.IsValid() || p.Message == "" {
				t.Fatalf("%+v", p)
			}
		}
		if m.IsSet() != (len(r.Facts) == 2) {
			t.Fatalf("set %v, facts %v", m.IsSet(), r.Facts)
		}
		analyzertest.Dumper{Where: r.Where}.Dump(m) // every place must be in the file
	})
}

func BenchmarkModel(b *testing.B) {
	data, err := os.ReadFile("testdata/full.txtar")
	if err != nil {
		b.Fatal(err)
	}
	text := analyzertest.Txtar(data)["solution.xml"]
	i := bytes.Index(text, []byte("<MissingDependency>"))
	j := bytes.LastIndex(text, []byte("</MissingDependencies>"))
	text = bytes.Join([][]byte{text[:i], bytes.Repeat(text[i:j], 500), text[j:]}, nil)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		read(b, analyzertest.Files{"solution.xml": text})
	}
}
