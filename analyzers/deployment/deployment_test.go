package deployment_test

import (
	"flag"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
)

var update = flag.Bool("update", false, "write the golden files")

func read(tb testing.TB, files analyzertest.Files) (*deployment.Model, *analyzertest.Result) {
	tb.Helper()
	r := analyzertest.Run(tb, deployment.Analyzer, unit.Deployment, files)
	return r.Value.(*deployment.Model), r
}

// TestModel compares the model of each archive with its golden file.
func TestModel(t *testing.T) { analyzertest.Golden(t, deployment.Analyzer, unit.Deployment, *update) }

func TestOtherUnits(t *testing.T) {
	analyzertest.Nothing(t, deployment.Analyzer, unit.Solution, analyzertest.Files{"a.txt": nil})
}

func TestProblems(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"PkgFolder/ImportConfig.xml", `<configdatastorage>
<solutions></x>`, `PkgFolder/ImportConfig.xml:2:12: the import configuration is broken: </x> stands where </solutions> was expected`},
		{"PkgFolder/ImportConfig.xml", `<configdatastorage a="1" a="2"/>`, `PkgFolder/ImportConfig.xml:1:29: the import configuration is broken: the attribute "a" occurs twice in one tag`},
		{"PkgFolder/ImportConfig.xml", `<entities/>`, `PkgFolder/ImportConfig.xml:1:1: the import configuration begins with "entities", expected "configdatastorage"`},
	} {
		_, r := read(t, analyzertest.Files{c.name: []byte(c.text)})
		if got := strings.Join(r.Problems(), "; "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func FuzzModel(f *testing.F) {
	f.Add([]byte(`<?xml version="1.0" encoding="utf-8"?>
<configdatastorage installsampledata="false" waitforsampledatatoinstall="true">
  <solutions>
    <configsolutionfile solutionpackagefilename="ContosoVisits_managed.zip" />
  </solutions>
</configdatastorage>
`))
	f.Add([]byte(`<configdatastorage installSampleData="x"><Solutions/><cmtdatafiles><cmtdatafile lcid="x"/>`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, r := read(t, analyzertest.Files{"PkgFolder/ImportConfig.xml": text, "PkgFolder/Content/de-de/a.htm": text})
		for _, p := range m.Unread() {
			if !p.Pos.IsValid() || p.Message == "" {
				t.Fatalf("%+v", p)
			}
		}
		analyzertest.Dumper{Where: r.Where}.Dump(m) // every place must be in the file
	})
}
