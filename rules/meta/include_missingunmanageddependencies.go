package meta

import (
	"cmp"
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
	for _, n := range needs(solution.Of(p.Pass)) {
		required := &n.by[0].Required
		p.Reportf(required, required.Ref(), "%s, needed by %s, is not in this solution and has no managed solution that brings it, so the import fails where it is absent; add it, or remove what needs it",
			titled(required, n.parts), dependents(n.by))
	}
	return nil
}

// A need is a component that is missing.
type need struct {
	by    []*solution.MissingDependency // the entries that say so
	parts int                           // what else is missing and comes with it: of a table, its columns and the like
}

// needs returns what is missing, in the order of the manifest. A table of which the
// solution holds a part is a matter of meta-include-unmanaged-entity-assets.
func needs(m *solution.Model) []*need {
	var entries []*solution.MissingDependency
	held, tables := tablesHeld(m), make(map[string]*need)
	for _, d := range m.MissingDependencies {
		name := nameOfTable(&d.Required)
		if !isNeed(&d.Required) || held[name] {
			continue
		}
		entries = append(entries, d)
		if name != "" {
			tables[name] = new(need)
		}
	}
	return grouped(entries, tables)
}

// grouped returns one need for all entries about one component. What belongs to a
// table that is missing too is counted there.
func grouped(entries []*solution.MissingDependency, tables map[string]*need) (list []*need) {
	known := make(map[string]*need)
	for _, d := range entries {
		r := &d.Required
		key := strings.ToLower(typeOf(r) + "/" + r.ParentSchemaName.Value + "/" + r.Ref().Name)
		n := known[key]
		if n == nil {
			n = cmp.Or(tables[nameOfTable(r)], new(need))
			known[key] = n
			if whole := tables[strings.ToLower(r.ParentSchemaName.Value)]; whole != nil {
				whole.parts++
			} else {
				list = append(list, n)
			}
		}
		n.by = append(n.by, d)
	}
	return list
}

// nameOfTable returns the name, in lower case, of a table that a party is; empty for
// another component.
func nameOfTable(r *solution.Party) string {
	if r.Type.Is(component.Table) {
		return strings.ToLower(r.SchemaName.Value)
	}
	return ""
}

// tablesHeld returns the names, in lower case, of the tables among the root
// components.
func tablesHeld(m *solution.Model) map[string]bool {
	held := make(map[string]bool)
	for _, root := range m.RootComponents {
		if root.Type.Is(component.Table) && root.SchemaName.Value != "" {
			held[strings.ToLower(root.SchemaName.Value)] = true
		}
	}
	return held
}

// isNeed reports whether a party is missing from the unmanaged layer, and may be
// missing elsewhere. A column without a publisher's prefix is a column of the
// system, such as the owner: it is there wherever its table is, and exports name
// it for tables of managed solutions too.
func isNeed(r *solution.Party) bool {
	isSystems := r.Type.Is(component.Column) && !strings.Contains(r.SchemaName.Value, "_")
	return r.Active && !isSystems
}

// titled says in words what component is meant, with its parent or the number of
// its parts.
func titled(party *solution.Party, parts int) string {
	s := fmt.Sprintf("%s %q", sentence(typeOf(party)), party.Ref().Name)
	if parent := party.ParentSchemaName.Value; parent != "" {
		s += fmt.Sprintf(" of %q", parent)
	}
	switch parts {
	case 0:
		return s
	case 1:
		return s + " (and one part of it)"
	default:
		return fmt.Sprintf("%s (and %d parts of it)", s, parts)
	}
}

// typeOf says in words what a party of a dependency is. Kinds of components that
// we have no word for have a table's name for their type.
func typeOf(party *solution.Party) string {
	if t := party.Ref().Type; t != 0 || party.Type.Bad == "" {
		return t.String()
	}
	return fmt.Sprintf("component of type %q", party.Type.Bad)
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
