// Package solution reads the manifest of a solution: solution.xml of a zip,
// Other/Solution.xml of unpacked sources.
package solution

import (
	"errors"
	"go/token"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Analyzer reads the manifest. Its result is a *[Model], which is empty for a
// unit that is no solution. It exports unit.Identity and [Manifest], unless there
// is no manifest to be read.
var Analyzer = &analysis.Analyzer{
	Name:       "solution",
	Doc:        "read the manifest of a solution",
	Requires:   []*analysis.Analyzer{source.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	FactTypes:  []analysis.Fact{(*unit.Identity)(nil), (*Manifest)(nil)},
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

func run(pass *analysis.Pass) (any, error) {
	m := new(Model)
	if unit.KindOf(pass) != unit.Solution {
		return m, nil
	}
	m.load(source.Of(pass))
	if m.IsSet() {
		pass.ExportPackageFact(m.identity())
		pass.ExportPackageFact(m.manifest())
	}
	return m, nil
}

// load finds and reads the manifest.
func (m *Model) load(files *source.Files) {
	name, ok := files.Find("solution.xml")
	if !ok {
		name, ok = files.Find("Other/Solution.xml")
	}
	if !ok {
		m.Problems = []unit.Problem{{Pos: files.At(""), Message: "the solution has no manifest: neither solution.xml nor Other/Solution.xml is there"}}
		return
	}
	m.File = name
	file, err := files.Open(name)
	if err != nil {
		m.Problems = []unit.Problem{{Member: name, Pos: files.At(name), Message: "the manifest cannot be read: " + err.Error()}}
		return
	}
	doc, err := xmltree.Parse(file.Text)
	if bad := (*xmltree.Error)(nil); errors.As(err, &bad) {
		m.problem(file.Pos(bad.Offset), "the manifest is broken: "+bad.Message)
	}
	r := reader{leaves.NewReader(file), m}
	r.root(doc.Root())
}

func (m *Model) problem(pos token.Pos, message string) {
	m.Problems = append(m.Problems, unit.Problem{Member: m.File, Pos: pos, Message: message})
}
