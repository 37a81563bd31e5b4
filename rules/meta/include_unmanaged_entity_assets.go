package meta

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeUnmanagedEntityAssets = &rule.Rule{
	ID:        "meta-include-unmanaged-entity-assets",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  rule.Microsoft,
	Guidance:  missingDependencyPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{solution.Analyzer},
	Run:       runIncludeUnmanagedEntityAssets,
}

func runIncludeUnmanagedEntityAssets(p *rule.Pass) error {
	manifest := solution.Of(p.Pass)
	for _, root := range manifest.RootComponents {
		if root.Type.Value != component.Table || !isSegment(root) || !isUnmanaged(manifest, root.SchemaName.Value) {
			continue
		}
		p.Reportf(root.Behavior, root.Ref(), "Table %q is unmanaged and only a part of it is in this solution (behavior %d), so the rest of it is missing where the solution is imported; add the table with all its assets",
			root.SchemaName.Value, root.Behavior.Value)
	}
	return nil
}

func isSegment(root *solution.RootComponent) bool {
	return root.Behavior.Value == solution.WithoutSubcomponents || root.Behavior.Value == solution.ShellOnly
}

// isUnmanaged reports whether a table that is included in part has its home in
// no managed solution: the manifest says that it comes from the unmanaged layer,
// or it bears the publisher's prefix and the manifest names no managed solution
// as its home.
func isUnmanaged(manifest *solution.Model, table string) bool {
	managed := false
	for _, d := range manifest.MissingDependencies {
		switch {
		case !concerns(&d.Required, table):
		case d.Required.Active && d.Required.Type.Value == component.Table:
			return true
		case !d.Required.Active:
			managed = true
		}
	}
	prefix := manifest.Publisher.Prefix.Value
	return !managed && prefix != "" && strings.HasPrefix(strings.ToLower(table), strings.ToLower(prefix)+"_")
}
