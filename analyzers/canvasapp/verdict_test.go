package canvasapp_test

import (
	"flag"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/canvasapp"
	"github.com/solcheck/solcheck/analyzers/unit"
)

var update = flag.Bool("update", false, "write the golden files")

func read(tb testing.TB, files analyzertest.Files) (*canvasapp.Verdict, *analyzertest.Result) {
	tb.Helper()
	r := analyzertest.Run(tb, canvasapp.VerdictAnalyzer, unit.CanvasApp, files)
	return r.Value.(*canvasapp.Verdict), r
}

// TestModel compares the model of each archive with its golden file.
func TestModel(t *testing.T) {
	analyzertest.Golden(t, canvasapp.VerdictAnalyzer, unit.CanvasApp, *update)
}

func TestOtherUnits(t *testing.T) {
	analyzertest.Nothing(t, canvasapp.VerdictAnalyzer, unit.Solution, analyzertest.Files{"a.txt": nil})
}

func TestProblems(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"Properties.json", `{"Name": "a", }`, `Properties.json:1:13: a comma stands before the closing bracket`},
		{"AppCheckerResult.sarif", `{"runs": [`, `AppCheckerResult.sarif:1:1: the bracket "{" has no partner`},
		{"AppCheckerResult.sarif", ``, `AppCheckerResult.sarif: there is no JSON value`},
	} {
		_, r := read(t, analyzertest.Files{c.name: []byte(c.text)})
		if got := strings.Join(r.Problems(), "; "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func FuzzVerdict(f *testing.F) {
	f.Add([]byte(`{
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "PowerApps app checker",
          "rules": [
            {"id": "app-ErrInvalidName", "properties": {"level": "High", "primaryCategory": "formula"}}
          ]
        }
      },
      "results": [
        {"ruleId": "app-ErrInvalidName", "locations": [{"physicalLocation": {"address": {"fullyQualifiedName": "A.B.C"}}}]}
      ]
    }
  ]
}
`))
	f.Add([]byte(`{"runs":[{"results":[{},1,null]}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, r := read(t, analyzertest.Files{"AppCheckerResult.sarif": text, "Properties.json": text})
		for _, p := range m.Unread() {
			if !p.Pos.IsValid() || p.Message == "" {
				t.Fatalf("%+v", p)
			}
		}
		analyzertest.Dumper{Where: r.Where}.Dump(m) // every place must be in the file
	})
}
