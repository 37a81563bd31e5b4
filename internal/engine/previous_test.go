package engine_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// A memo is what one unit tells its next version.
type memo struct{ Text string }

func (*memo) AFact()           {}
func (m *memo) String() string { return m.Text }

// told exports the members of each unit that is compared, or is compared with.
var told = &analysis.Analyzer{
	Name: "told", Doc: "tell of members", Requires: []*analysis.Analyzer{source.Analyzer},
	FactTypes: []analysis.Fact{new(memo)}, ResultType: reflect.TypeFor[string](),
	Run: func(pass *analysis.Pass) (any, error) {
		var earlier unit.Earlier
		if !pass.ImportPackageFact(pass.Pkg, &earlier) {
			return "nothing", nil
		}
		pass.ExportPackageFact(&memo{strings.Join(source.Of(pass).Names(), " ")})
		var words []string
		for _, u := range earlier.Units {
			for _, f := range u.Facts {
				if m, ok := f.(*memo); ok {
					words = append(words, filepath.Base(u.Path)+" ("+string(u.Kind)+"): "+m.Text)
				}
			}
		}
		return strings.Join(words, "; "), nil
	},
}

func compareRule() *rule.Rule {
	return rule.Area(os.DirFS("."), &rule.Rule{
		ID: "test-use-earlier", Severity: rule.Low, Category: rule.Design, Component: rule.Package,
		Kinds:    []unit.Kind{unit.Connector},
		Requires: []*analysis.Analyzer{source.Analyzer, told},
		Run: func(p *rule.Pass) error {
			p.ReportAt(source.Of(p.Pass).At(""), component.Ref{}, "%s", p.ResultOf[told])
			return nil
		},
	})[0]
}

// TestPrevious tells units of the version before, and only where there is one.
func TestPrevious(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"v1/apiDefinition.swagger.json", "v1/readme.md", "v2/apiDefinition.swagger.json"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(`{"swagger": "2.0"}`), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	find := func(name string) []artifact.Source {
		sources, _, err := artifact.Find([]string{filepath.Join(dir, name)})
		if err != nil {
			t.Fatal(err)
		}
		return sources
	}
	for want, previous := range map[string][]artifact.Source{
		"nothing": nil,
		"v1 (connector): apiDefinition.swagger.json readme.md": find("v1"),
	} {
		report, err := engine.Run(t.Context(), find("v2"), engine.Options{Rules: []*rule.Rule{compareRule()}, Previous: previous})
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, f := range report.Findings {
			said = append(said, f.Message)
		}
		if d := cmp.Diff([]string{want}, said); d != "" {
			t.Error(d)
		}
		if len(report.Packages) != 1 {
			t.Errorf("the report lists %d packages, and only one was judged", len(report.Packages))
		}
	}
}
