package unit_test

import (
	"go/types"
	"testing"

	"github.com/solcheck/solcheck/analyzers/unit"
)

func TestInside(t *testing.T) {
	outer := types.NewPackage("a.zip", "deployment")
	var inner []*types.Package
	for _, path := range []string{"a.zip!/x/PkgFolder/core.zip", "a.zip!/x/PkgFolder/Data/PkgFolder/core.zip", "a.zip!/x/PkgFolder/score.zip"} {
		inner = append(inner, types.NewPackage(path, "solution"))
	}
	outer.SetImports(inner)
	for member, want := range map[string]*types.Package{
		"PkgFolder/core.zip":                inner[0],
		"PkgFolder/Data/PkgFolder/core.zip": inner[1],
		"PkgFolder/score.zip":               inner[2],
		"PkgFolder/ore.zip":                 nil,
		"PkgFolder/Core.zip":                nil,
	} {
		if got := unit.Inside(outer, member); got != want {
			t.Errorf("Inside(%q) = %v, want %v", member, got, want)
		}
	}
}
