package solution

import (
	"go/types"
	"strings"

	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

// A group is the solutions that a unit holds, at any depth, each known by its
// manifest.
type group struct {
	members []*solution.Manifest // those whose unique name no other one has
	byName  map[string]*solution.Manifest
	parts   map[*solution.Manifest]*types.Package // the unit right inside that holds it
}

func groupOf(p *rule.Pass) *group {
	g := &group{byName: make(map[string]*solution.Manifest), parts: make(map[*solution.Manifest]*types.Package)}
	var all []*solution.Manifest
	for _, part := range p.Pkg.Imports() {
		for _, in := range within(part) {
			m := new(solution.Manifest)
			if p.ImportPackageFact(in, m) && m.UniqueName.Value != "" {
				all = append(all, m)
				g.parts[m] = part
			}
		}
	}
	count := make(map[string]int)
	for _, m := range all {
		count[strings.ToLower(m.UniqueName.Value)]++
	}
	for _, m := range all {
		if name := strings.ToLower(m.UniqueName.Value); count[name] == 1 {
			g.members = append(g.members, m)
			g.byName[name] = m
		}
	}
	return g
}

// within returns a unit and all units inside it.
func within(unit *types.Package) []*types.Package {
	list := []*types.Package{unit}
	for _, in := range unit.Imports() {
		list = append(list, within(in)...)
	}
	return list
}

func (g *group) named(name string) *solution.Manifest { return g.byName[strings.ToLower(name)] }

// areInOnePart reports whether a unit further inside holds both solutions: then
// it has been judged there.
func (g *group) areInOnePart(a, b *solution.Manifest) bool { return g.parts[a] == g.parts[b] }
