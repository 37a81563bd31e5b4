// Package appsource reads the package that is sent in to AppSource: Input.xml and
// the files that it names.
//
// The format is Microsoft's "Create an AppSource package for your app"
// (power-platform/developer/appsource/create-package-app); what the page leaves
// open is as measured in the packages that Microsoft published itself.
package appsource

import (
	"errors"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Analyzer reads an AppSource package. Its result is a *[Model], which is empty for
// a unit of another kind. It exports [Offer].
var Analyzer = &analysis.Analyzer{
	Name:       "appsource",
	Doc:        "read what an AppSource package says of itself",
	Requires:   []*analysis.Analyzer{source.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	FactTypes:  []analysis.Fact{(*Offer)(nil)},
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

// InputName is the name of the description as the format has it.
const InputName = "Input.xml"

func run(pass *analysis.Pass) (any, error) {
	m := new(Model)
	if unit.KindOf(pass) == unit.AppSource {
		m.load(pass)
		pass.ExportPackageFact(&Offer{m.StartDate, m.EndDate})
	}
	return m, nil
}

func (m *Model) load(pass *analysis.Pass) {
	files := source.Of(pass)
	for _, name := range files.Names() {
		m.Built = m.Built || strings.EqualFold(extension(name), ".zip")
	}
	name, ok := files.Find(InputName)
	if !ok {
		return
	}
	m.File = name
	file, err := files.Open(name)
	if err != nil {
		m.Problems = []unit.Problem{{Member: name, Pos: files.At(name), Message: "the description of the package cannot be read: " + err.Error()}}
		return
	}
	doc, err := xmltree.Parse(file.Text)
	if bad := (*xmltree.Error)(nil); errors.As(err, &bad) {
		m.Problems = []unit.Problem{{Member: name, Pos: file.Pos(bad.Offset), Message: "the description of the package is broken: " + bad.Message}}
	}
	r := &reader{leaves.NewReader(file), m, files}
	r.root(doc.Root())
	r.pictures(pass)
	r.pages()
}
