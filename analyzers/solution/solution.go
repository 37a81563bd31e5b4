// Package solution reads the manifest of a solution: solution.xml of a zip,
// Other/Solution.xml of unpacked sources.
package solution

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Analyzer reads the manifest. Its result is a *[Model], which is empty for a
// unit that is no solution. It exports unit.Identity and [Manifest].
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

func run(*analysis.Pass) (any, error) {
	return new(Model), nil
}
