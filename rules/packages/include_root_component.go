package packages

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeRootComponent = &rule.Rule{
	ID:        "package-include-root-component",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeRootComponent,
}

func runIncludeRootComponent(p *rule.Pass) error {
	manifest := solution.Of(p.Pass)
	if !manifest.IsSet() || len(manifest.Problems) > 0 {
		return nil // what was not read may name anything
	}
	roots := rootsOf(manifest)
	m := customizations.Of(p.Pass)
	for _, c := range m.Components {
		if !c.Unmodified && isWithItsOwn(c.Type) && !roots.has(c.Type, c.Name.Value, c.ID.Value) && !isBusinessRule(m, c) {
			p.Reportf(c, c.Ref(), "%s %q is in the package, and the manifest does not name it; add it to the root components, or take it out", sentence(c.Type.String()), c.Ref().Name)
		}
	}
	return nil
}

// isBusinessRule reports whether a component is one: they are exported as parts
// of a table with all assets.
func isBusinessRule(m *customizations.Model, c *customizations.Component) bool {
	return c.Type == component.Process && slices.ContainsFunc(m.Processes, func(p *customizations.Process) bool {
		return p.ID.Value == c.ID.Value && p.Category.Value == customizations.BusinessRule
	})
}
