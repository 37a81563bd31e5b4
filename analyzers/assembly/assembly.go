// Package assembly understands the .NET assemblies of a unit: which of their
// methods the platform calls, which code runs from there, and what each call in
// it is given.
//
// The analyzer reads every member named .dll, the assemblies of plug-in packages
// (.nupkg), and those that Costura.Fody has packed into another. Code is
// interpreted only where an entry point leads, so a merged library costs what is
// used of it.
package assembly

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Analyzer reads the assemblies. Its result is a *[Model].
var Analyzer = &analysis.Analyzer{
	Name:       "assembly",
	Doc:        "read the .NET assemblies of a unit and the code that the platform calls",
	Requires:   []*analysis.Analyzer{source.Analyzer, customizations.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

// A Model is all assemblies of a unit, sorted by member, each before those that
// are packed in it.
type Model struct {
	Assemblies []*Assembly
	problems   []unit.Problem
}

// Unread tells which assemblies could not be read.
func (m *Model) Unread() []unit.Problem { return m.problems }

// An Assembly is one assembly.
type Assembly struct {
	model.Range        // stands for the member as a whole
	Member      string // the member that it lies in
	Packed      string // its name within that member, empty for the member itself
	Image       *clr.Image
	// Registered is the solution's component for it, nil where there is none.
	Registered *customizations.Assembly
	Entries    []*Entry // what the platform calls, in the order of the types
	Reached    []*Code  // the code that runs from the entries, in the order of the methods

	pdb   *clr.PDB
	codes map[*clr.Method]*Code
	given map[*clr.Method][][]*Value // arguments of the calls of a method
	sites map[*clr.Method][]Site     // from where a method may be called
}

// FileName returns the name that reports call the module: that of the file, not
// of the assembly.
func (a *Assembly) FileName() string {
	if a.Packed != "" {
		return a.Packed
	}
	return base(a.Member)
}

// CodeOf returns what is known of a method's code, nil for a method that no entry
// leads to.
func (a *Assembly) CodeOf(m *clr.Method) *Code { return a.codes[m] }

func run(pass *analysis.Pass) (any, error) {
	l := &loader{pass: pass, files: source.Of(pass), model: new(Model)}
	for _, name := range l.files.Names() {
		l.member(name)
	}
	for _, a := range l.model.Assemblies {
		a.Registered = registered(customizations.Of(pass), a)
		a.findEntries()
		a.walk()
		a.findRuns()
		a.join(customizations.Of(pass))
	}
	return l.model, nil
}
