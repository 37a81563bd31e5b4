package packages

import (
	"go/types"
	"path"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// deploymentOf returns the deployment package of an AppSource package: the one that
// Input.xml names, else the only one that is there. Both results are nil where
// there is none, or where it has no import configuration that can be read.
func deploymentOf(p *rule.Pass, m *appsource.Model) (*types.Package, *deployment.Package) {
	found := onlyDeployment(p.Pkg)
	if m.PackageFile.Member != "" {
		found = unit.Inside(p.Pkg, m.PackageFile.Member)
	}
	fact := new(deployment.Package)
	if found == nil || !p.ImportPackageFact(found, fact) {
		return nil, nil
	}
	return found, fact
}

// onlyDeployment returns the deployment package in a unit, nil where there is none
// and where there are several.
func onlyDeployment(outer *types.Package) *types.Package {
	isOther := func(in *types.Package) bool { return unit.Kind(in.Name()) != unit.Deployment }
	if list := slices.DeleteFunc(slices.Clone(outer.Imports()), isOther); len(list) == 1 {
		return list[0]
	}
	return nil
}

// manifestOf returns the manifest of the solution that a member of a deployment
// package is, nil where it is none that can be read.
func manifestOf(p *rule.Pass, in *types.Package, member string) *solution.Manifest {
	if member == "" {
		return nil
	}
	m := new(solution.Manifest)
	if inner := unit.Inside(in, member); inner == nil || !p.ImportPackageFact(inner, m) {
		return nil
	}
	return m
}

// anchorOf returns the anchor solution of an AppSource package as the import
// configuration lists it last. It is not ok where that does not list it.
func anchorOf(m *appsource.Model, fact *deployment.Package) (index int, ok bool) {
	for i, s := range slices.Backward(fact.Solutions) {
		if m.AnchorName.Value != "" && strings.EqualFold(fileName(s.Value), m.AnchorName.Value) {
			return i, true
		}
	}
	return 0, false
}

// anchorManifest returns the manifest of an AppSource package's anchor solution,
// nil where it is not there to be read.
func anchorManifest(p *rule.Pass, m *appsource.Model) *solution.Manifest {
	in, fact := deploymentOf(p, m)
	if fact == nil {
		return nil
	}
	i, ok := anchorOf(m, fact)
	if !ok {
		return nil
	}
	return manifestOf(p, in, fact.Solutions[i].Member)
}

// fileName returns the last part of a path that may be written with backslashes.
func fileName(s string) string { return path.Base(strings.ReplaceAll(s, `\`, "/")) }

func refOf(m *solution.Manifest) component.Ref {
	return component.Ref{Type: component.Solution, Name: m.UniqueName.Value}
}
