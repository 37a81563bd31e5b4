package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeComponent = &rule.Rule{
	ID:        "package-include-component",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeComponent,
}

func runIncludeComponent(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	if m.Layout == customizations.None || len(m.Problems) > 0 {
		return nil // what was not read may be anything
	}
	parts := partsOf(m)
	for _, root := range solution.Of(p.Pass).RootComponents {
		isBuilt := m.Layout == customizations.Unpacked && root.Type.Value == component.CustomControl // from a project beside the sources
		if isWithItsOwn(root.Type.Value) && !isBuilt && !parts.has(root.Type.Value, root.SchemaName.Value, root.ID.Value) {
			p.Reportf(root, root.Ref(), "The manifest names %s %q, which is not in the package; export the solution again, or take the root component out", root.Type.Value, root.Ref().Name)
		}
	}
	return nil
}

// isWithItsOwn reports whether each root component of a type has a part of its
// own in the package by which it can be found, and each part a root component.
func isWithItsOwn(t component.Type) bool {
	switch t {
	case component.Table, component.Choice, component.Role, component.Process, component.WebResource, component.SiteMap, component.CustomControl,
		component.App, component.PlugInAssembly, component.Step, component.CanvasApp, component.Connector:
		return true
	default:
		return false
	}
}
