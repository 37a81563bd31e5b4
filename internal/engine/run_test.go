package engine_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/packages"
	"github.com/solcheck/solcheck/rules/rule"
	"github.com/solcheck/solcheck/rules/suppression"
)

const manifest = `<ImportExportXml><SolutionManifest><UniqueName>%s</UniqueName></SolutionManifest></ImportExportXml>`

// zipOf builds a zip in memory.
func zipOf(t *testing.T, files map[string]string) string {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(files[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

func solutionZip(t *testing.T, name string, files map[string]string) string {
	t.Helper()
	all := map[string]string{
		"solution.xml": fmt.Sprintf(manifest, name), "customizations.xml": "<ImportExportXml/>",
		"[Content_Types].xml": "<Types/>",
	}
	maps.Copy(all, files)
	return zipOf(t, all)
}

// check writes the files, judges the folder and prints the findings.
func check(t *testing.T, files map[string]string, o engine.Options) (*engine.Report, []string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return judge(t, []string{"."}, o)
}

func judge(t *testing.T, paths []string, o engine.Options) (*engine.Report, []string) {
	t.Helper()
	sources, _, err := artifact.Find(paths)
	if err != nil {
		t.Fatal(err)
	}
	report, err := engine.Run(t.Context(), sources, o)
	if err != nil {
		t.Fatal(err)
	}
	return report, lines(report.Findings)
}

func lines(findings []engine.Finding) []string {
	var out []string
	for _, f := range findings {
		at := f.Package
		if f.Path != "" {
			at += "!/" + f.Path
		}
		if !f.Region.IsZero() {
			at += fmt.Sprintf(":%d:%d", f.Region.Line, f.Region.Column)
		}
		out = append(out, fmt.Sprintf("%s: %s: %s", at, f.Rule.ID, f.Message))
	}
	return out
}

// one makes a rule of a function.
func one(id string, run func(*rule.Pass) error, requires ...*analysis.Analyzer) *rule.Rule {
	return rule.Area(fstest.MapFS{}, &rule.Rule{
		ID: id, Severity: rule.Medium, Category: rule.Usage, Requires: append(requires, source.Analyzer), Run: run,
	})[0]
}

// words reports each place of a word, written in capitals, in scripts.
func words(word string) *rule.Rule {
	capitals := []byte(strings.ToUpper(word))
	return one("web-avoid-"+word, func(p *rule.Pass) error {
		files := source.Of(p.Pass)
		for _, name := range files.Names() {
			if !strings.HasSuffix(name, ".js") {
				continue
			}
			f, err := files.Open(name)
			if err != nil {
				return err
			}
			for from := 0; ; {
				at := bytes.Index(f.Text[from:], capitals)
				if at < 0 {
					break
				}
				pos := f.Pos(from + at)
				from += at + len(word)
				p.Emit(rule.Diagnostic{
					Diagnostic: analysis.Diagnostic{Pos: pos, End: pos + token.Pos(len(word)), Message: "do not say " + word},
					Of:         component.Ref{Type: component.WebResource, Name: name},
				})
			}
		}
		return nil
	})
}

func TestPlaces(t *testing.T) {
	report, got := check(t, map[string]string{
		"app.zip": solutionZip(t, "core", map[string]string{"a.js": "\xef\xbb\xbf// 😀 ALERT\r\nx\nALERT();\n"}),
	}, engine.Options{Rules: []*rule.Rule{words("alert")}})
	want := []string{
		"app.zip!/a.js:1:7: web-avoid-alert: do not say alert",
		"app.zip!/a.js:3:1: web-avoid-alert: do not say alert",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
	f := report.Findings[1]
	if f.Statement != "ALERT();" || f.Disk != "app.zip" || f.Region != (engine.Region{Line: 3, Column: 1, EndLine: 3, EndColumn: 6}) {
		t.Errorf("%q in %q at %+v", f.Statement, f.Disk, f.Region)
	}
	if diff := cmp.Diff(engine.Context{First: 1, Lines: []string{"// 😀 ALERT", "x", "ALERT();", ""}}, f.Context); diff != "" {
		t.Error(diff)
	}
	if len(f.Fingerprint) != 16 || f.LineHash == "" || f.LineHash == report.Findings[0].LineHash {
		t.Errorf("fingerprint %q, line hash %q", f.Fingerprint, f.LineHash)
	}
}

func TestLongLine(t *testing.T) {
	report, _ := check(t, map[string]string{"a.js": strings.Repeat("é;", 4000) + "ALERT" + strings.Repeat(";", 4000)},
		engine.Options{Rules: []*rule.Rule{words("alert")}})
	f := report.Findings[0]
	if f.Region.Column != 8001 {
		t.Errorf("column %d", f.Region.Column)
	}
	if shown := f.Context.Lines[0]; len(shown) > 310 || !strings.Contains(shown, "ALERT") {
		t.Errorf("%d bytes are shown: %q", len(shown), shown)
	}
	if got := []rune(f.Context.Lines[0])[f.Region.Column-1-f.Context.Cut:]; !strings.HasPrefix(string(got), "ALERT") {
		t.Errorf("cut %d puts the caret at %q", f.Context.Cut, string(got))
	}
}

func TestFailures(t *testing.T) {
	base := &analysis.Analyzer{
		Name: "broken_base", Doc: "breaks", ResultType: reflect.TypeFor[int](),
		Run: func(*analysis.Pass) (any, error) { return nil, errors.New("no luck") },
	}
	lie := &analysis.Analyzer{
		Name: "liar", Doc: "lies", ResultType: reflect.TypeFor[int](),
		Run: func(*analysis.Pass) (any, error) { return "text", nil },
	}
	nothing := func(*rule.Pass) error { return nil }
	report, got := check(t, map[string]string{"a.js": "ALERT"}, engine.Options{Rules: []*rule.Rule{
		packages.FailedAnalysis, words("alert"),
		one("web-use-panic", func(*rule.Pass) error { panic("ouch") }),
		one("web-use-base", nothing, base), one("web-use-base-again", nothing, base), one("web-use-lie", nothing, lie),
	}})
	var failed []string
	for _, line := range got {
		head, _, _ := strings.Cut(line, ". Please report")
		failed = append(failed, head)
	}
	want := []string{
		`.: package-failed-analysis: "broken-base" failed on this package, so what it looks for was not checked: no luck`,
		`.: package-failed-analysis: "liar" failed on this package, so what it looks for was not checked: the result is a string and was declared a int`,
		`.: package-failed-analysis: "web-use-panic" failed on this package, so what it looks for was not checked: it crashed: ouch`,
		`.!/a.js:1:1: web-avoid-alert: do not say alert`,
	}
	if diff := cmp.Diff(want, failed); diff != "" {
		t.Error(diff)
	}
	if len(report.NotChecked) != 3 {
		t.Errorf("not checked: %+v", report.NotChecked)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.js", []byte("ALERT"), 0o600); err != nil {
		t.Fatal(err)
	}
	sources, _, err := artifact.Find([]string{"."})
	if err != nil {
		t.Fatal(err)
	}
	stop := one("web-use-stop", func(*rule.Pass) error { cancel(); return nil })
	if _, err := engine.Run(ctx, sources, engine.Options{Rules: []*rule.Rule{stop}}); !errors.Is(err, context.Canceled) {
		t.Errorf("Run ends with %v", err)
	}
}

type greeting struct {
	Pos token.Pos
}

func (*greeting) AFact() {}

// greeter exports where the first script of a unit begins.
var greeter = &analysis.Analyzer{
	Name: "greeter", Doc: "greets", FactTypes: []analysis.Fact{new(greeting)}, Requires: []*analysis.Analyzer{source.Analyzer},
	ResultType: reflect.TypeFor[int](),
	Run: func(pass *analysis.Pass) (any, error) {
		if f, err := source.Of(pass).Open("a.js"); err == nil {
			pass.ExportPackageFact(&greeting{f.Pos(2)})
		}
		return 0, nil
	},
}

func TestFactsReachOuterUnits(t *testing.T) {
	neighbours := one("package-use-greeting", func(p *rule.Pass) error {
		for _, f := range p.AllPackageFacts() {
			if g, ok := f.Fact.(*greeting); ok && f.Package != p.Pkg {
				p.ReportAt(g.Pos, component.Ref{}, "seen from %q", p.Pkg.Path())
			}
		}
		return nil
	}, greeter)
	_, got := check(t, map[string]string{
		"app.zip": zipOf(t, map[string]string{
			"core.zip": solutionZip(t, "core", map[string]string{"a.js": "\n\nalert"}),
			"more.zip": solutionZip(t, "more", map[string]string{"a.js": "x"}),
		}),
		"one.zip": solutionZip(t, "one", map[string]string{"a.js": "\nx;"}),
	}, engine.Options{Rules: []*rule.Rule{neighbours}})
	want := []string{
		`app.zip!/core.zip!/a.js:3:1: package-use-greeting: seen from "."`,
		`app.zip!/core.zip!/a.js:3:1: package-use-greeting: seen from "app.zip"`,
		`app.zip!/more.zip!/a.js:1:2: package-use-greeting: seen from "."`,
		`app.zip!/more.zip!/a.js:1:2: package-use-greeting: seen from "app.zip"`,
		`one.zip!/a.js:2:2: package-use-greeting: seen from "."`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestOneSourceIsASet checks that a rule about sets sees a single source too, and
// that a rule about everything does not see it twice.
func TestOneSourceIsASet(t *testing.T) {
	visit := func(p *rule.Pass) error {
		for _, f := range p.AllPackageFacts() {
			if g, ok := f.Fact.(*greeting); ok {
				p.ReportAt(g.Pos, component.Ref{}, "seen from %q", p.Pkg.Path())
			}
		}
		return nil
	}
	everything := one("package-use-everything", visit, greeter)
	sets := one("package-use-sets", visit, greeter)
	sets.Kinds = []unit.Kind{unit.Set}
	_, got := check(t, map[string]string{
		"one.zip": solutionZip(t, "one", map[string]string{"a.js": "\nx;"}),
	}, engine.Options{Rules: []*rule.Rule{everything, sets}})
	want := []string{
		`one.zip!/a.js:2:2: package-use-everything: seen from "one.zip"`,
		`one.zip!/a.js:2:2: package-use-sets: seen from "."`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFaultsAreFacts(t *testing.T) {
	seen := one("package-use-faults", func(p *rule.Pass) error {
		var faults unit.Faults
		if p.ImportPackageFact(p.Pkg, &faults) {
			for _, f := range faults.List {
				p.ReportAt(source.Of(p.Pass).At(f.Member), component.Ref{}, "%s", f.Kind)
			}
		}
		return nil
	})
	broken := solutionZip(t, "core", nil)
	report, got := check(t, map[string]string{"broken.zip": broken[:len(broken)-30]}, engine.Options{Rules: []*rule.Rule{seen}})
	if want := []string{"broken.zip: package-use-faults: unreadable"}; !slices.Equal(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
	if len(report.NotChecked) != 1 || report.NotChecked[0].Path != "broken.zip" {
		t.Errorf("not checked: %+v", report.NotChecked)
	}
}

func TestEqualInputGivesEqualReports(t *testing.T) {
	files := map[string]string{}
	for i := range 20 {
		files[fmt.Sprintf("s%d.zip", i)] = solutionZip(t, fmt.Sprintf("s%d", i), map[string]string{"a.js": "ALERT;\nALERT()\nCONFIRM", "b.js": "CONFIRM ALERT"})
	}
	o := engine.Options{Rules: []*rule.Rule{words("alert"), words("confirm"), suppression.RemoveUnused}, Jobs: 1}
	first, _ := check(t, files, o)
	if len(first.Findings) != 100 {
		t.Fatalf("%d findings", len(first.Findings))
	}
	for _, jobs := range []int{1, 2, 8} {
		o.Jobs = jobs
		again, _ := judge(t, []string{"."}, o)
		if diff := cmp.Diff(first, again, cmp.Comparer(func(a, b *rule.Rule) bool { return a == b })); diff != "" {
			t.Fatalf("with %d jobs: %s", jobs, diff)
		}
	}
}

func TestMalformedOptions(t *testing.T) {
	if _, err := engine.Run(t.Context(), nil, engine.Options{Exclude: []string{"[a"}}); err == nil || !strings.Contains(err.Error(), `"[a"`) {
		t.Errorf("a malformed pattern: %v", err)
	}
	bad := one("web-avoid-x", func(*rule.Pass) error { return nil })
	bad.Analyzer.Name = "not an identifier"
	if _, err := engine.Run(t.Context(), nil, engine.Options{Rules: []*rule.Rule{bad}}); err == nil {
		t.Error("a malformed rule runs")
	}
}
