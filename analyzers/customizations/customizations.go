// Package customizations reads what a solution consists of: customizations.xml
// of a zip, or the files of an unpacked solution. Both give the same model.
//
// Everything is read in one pass and part by part, each by the function that
// the table in parts.go names for it, so that a file of a hundred megabytes is
// never in memory as a tree.
package customizations

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Analyzer reads the components. Its result is a *[Model], which is empty for a
// unit that is no solution.
var Analyzer = &analysis.Analyzer{
	Name:       "customizations",
	Doc:        "read what a solution consists of",
	Requires:   []*analysis.Analyzer{source.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

func run(pass *analysis.Pass) (any, error) {
	m := new(Model)
	if unit.KindOf(pass) != unit.Solution {
		return m, nil
	}
	newReader(m, source.Of(pass)).readAll()
	return m, nil
}
