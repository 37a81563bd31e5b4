package meta

import (
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeMissingUnmanagedDependencies = &rule.Rule{
	ID:        "meta-include-missingunmanageddependencies",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  rule.Microsoft,
	Guidance:  missingDependencyPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{solution.Analyzer},
	Run:       runIncludeMissingUnmanagedDependencies,
}

// runIncludeMissingUnmanagedDependencies reports each missing component once, at
// the first of those that need it.
func runIncludeMissingUnmanagedDependencies(p *rule.Pass) error {
	var order []component.Ref
	needed := make(map[component.Ref][]*solution.MissingDependency)
	for _, d := range solution.Of(p.Pass).MissingDependencies {
		if !d.Required.Active {
			continue
		}
		ref := d.Required.Ref()
		if needed[ref] == nil {
			order = append(order, ref)
		}
		needed[ref] = append(needed[ref], d)
	}
	for _, ref := range order {
		first := needed[ref][0]
		p.Reportf(first.Required, ref, "%s, needed by %s, is not in this solution and has no managed solution that brings it, so the import fails where it is absent; add it, or remove what needs it",
			titled(ref, &first.Required), dependents(needed[ref]))
	}
	return nil
}

// titled says in words what component is meant, with its parent where it has one.
func titled(ref component.Ref, party *solution.Party) string {
	s := fmt.Sprintf("%s %q", sentence(typeOf(party)), ref.Name)
	if parent := party.ParentSchemaName.Value; parent != "" {
		s += fmt.Sprintf(" of %q", parent)
	}
	return s
}

// typeOf says in words what a party of a dependency is. The newer kinds of
// components have a table's name for their type instead of a code.
func typeOf(party *solution.Party) string {
	switch name := party.Type.Bad; strings.ToLower(name) {
	case "":
		return party.Type.Value.String()
	case "connectionreference":
		return component.ConnectionReference.String()
	case "customapi":
		return component.CustomAPI.String()
	case "environmentvariabledefinition":
		return component.EnvironmentVariable.String()
	default:
		return fmt.Sprintf("component of type %q", name)
	}
}

func dependents(of []*solution.MissingDependency) string {
	first := &of[0].Dependent
	s := fmt.Sprintf("%s %q", typeOf(first), first.Ref().Name)
	switch n := len(of) - 1; n {
	case 0:
		return s
	case 1:
		return s + " and one more component"
	default:
		return fmt.Sprintf("%s and %d more components", s, n)
	}
}

// sentence begins a sentence with a word that is not a name.
func sentence(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
