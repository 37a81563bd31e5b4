package meta

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidManagedEntityAssets = &rule.Rule{
	ID:        "meta-avoid-managed-entity-assets",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  rule.Microsoft,
	Guidance:  missingDependencyPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runAvoidManagedEntityAssets,
}

func runAvoidManagedEntityAssets(p *rule.Pass) error {
	tables := tablesByName(customizations.Of(p.Pass))
	manifest := solution.Of(p.Pass)
	for _, root := range manifest.RootComponents {
		if root.Type.Value != component.Table || !root.Behavior.IsSet() || root.Behavior.Value != solution.WithSubcomponents {
			continue
		}
		table := tables[strings.ToLower(root.SchemaName.Value)]
		if table == nil || table.IsDefined() {
			continue
		}
		p.Reportf(root.Behavior, root.Ref(), "Table %q belongs to %s and is included with all its assets, so the solution needs more of it than it changes; remove it and add only the parts that this solution changes",
			root.SchemaName.Value, ownerOf(manifest, root.SchemaName.Value))
	}
	return nil
}

// tablesByName returns the tables of a solution by their names in lower case.
func tablesByName(m *customizations.Model) map[string]*customizations.Table {
	tables := make(map[string]*customizations.Table, len(m.Tables))
	for _, t := range m.Tables {
		tables[strings.ToLower(t.Name.Value)] = t
	}
	return tables
}

// ownerOf says in words whose a table is that this solution does not define.
func ownerOf(manifest *solution.Model, table string) string {
	if !strings.Contains(table, "_") {
		return "the platform or to another solution"
	}
	for _, d := range manifest.MissingDependencies {
		if !d.Required.Active && d.Required.SolutionName != "" && concerns(&d.Required, table) {
			return `the managed solution "` + d.Required.SolutionName + `"`
		}
	}
	return "another solution"
}

// concerns reports whether a party of a dependency is the table or a part of it.
func concerns(party *solution.Party, table string) bool {
	return party.Type.Value == component.Table && strings.EqualFold(party.SchemaName.Value, table) ||
		strings.EqualFold(party.ParentSchemaName.Value, table)
}
