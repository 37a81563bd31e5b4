// Package analyzertest runs analyzers over members in memory, for their tests.
package analyzertest

import (
	"fmt"
	"go/token"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"

	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Files are the members of a unit by name.
type Files map[string][]byte

// Txtar returns the files of a txtar archive.
func Txtar(archive []byte) Files {
	files := make(Files)
	for _, f := range txtar.Parse(archive).Files {
		files[f.Name] = f.Data
	}
	return files
}

// A Result is what an analyzer made of a unit.
type Result struct {
	Value any
	Fset  *token.FileSet
	Facts []analysis.Fact // in the order of export

	source *source.Files // nil where the analyzer does not require it
}

// Run applies a and all that it requires to a unit, of which the driver has told
// some facts.
func Run(tb testing.TB, a *analysis.Analyzer, kind unit.Kind, files Files, told ...analysis.Fact) *Result {
	tb.Helper()
	if err := analysis.Validate([]*analysis.Analyzer{a}); err != nil {
		tb.Fatal(err)
	}
	r := &Result{Fset: token.NewFileSet(), Facts: told}
	pkg := types.NewPackage("test", string(kind))
	done := make(map[*analysis.Analyzer]any)
	var run func(*analysis.Analyzer)
	run = func(a *analysis.Analyzer) {
		if _, ok := done[a]; ok {
			return
		}
		for _, dep := range a.Requires {
			run(dep)
		}
		value, err := a.Run(&analysis.Pass{
			Analyzer:          a,
			Fset:              r.Fset,
			Pkg:               pkg,
			OtherFiles:        slices.Collect(maps.Keys(files)),
			ResultOf:          done,
			ReadFile:          files.read,
			Report:            func(analysis.Diagnostic) {},
			ImportPackageFact: r.load,
			ExportPackageFact: func(f analysis.Fact) { r.Facts = append(r.Facts, f) },
		})
		if err != nil {
			tb.Fatalf("%s: %v", a.Name, err)
		}
		done[a] = value
	}
	run(a)
	r.Value = done[a]
	r.source, _ = done[source.Analyzer].(*source.Files)
	return r
}

func (f Files) read(name string) ([]byte, error) {
	data, ok := f[name]
	if !ok {
		return nil, fmt.Errorf("no member %s", name)
	}
	return data, nil
}

// load copies the exported fact of fact's type into fact.
func (r *Result) load(_ *types.Package, fact analysis.Fact) bool {
	for _, f := range r.Facts {
		if reflect.TypeOf(f) == reflect.TypeOf(fact) {
			reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(f).Elem())
			return true
		}
	}
	return false
}

// Where returns a place as member:line:column, "-" for none and the member alone
// for a place that stands for it as a whole. Columns count UTF-16 code units.
func (r *Result) Where(pos token.Pos) string {
	if !pos.IsValid() {
		return "-"
	}
	f := r.Fset.File(pos)
	_, member := source.Split(f.Name())
	if f.Size() == 0 {
		return member
	}
	file, err := r.source.Open(member)
	if err != nil {
		return member + ": " + err.Error()
	}
	line, column := file.Lines.Position(f.Offset(pos))
	return fmt.Sprintf("%s:%d:%d", member, line, column)
}
