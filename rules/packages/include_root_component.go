package packages

import (
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
	businessRules := businessRulesOf(m)
	for _, c := range m.Components {
		isBusinessRule := c.Type == component.Process && businessRules[c.ID.Value]
		if !c.Unmodified && isWithItsOwn(c.Type) && !isBusinessRule && !roots.has(c.Type, c.Name.Value, c.ID.Value) {
			p.Reportf(c, c.Ref(), "%s %q is in the package, and the manifest does not name it; add it to the root components, or take it out", sentence(c.Type.String()), c.Ref().Name)
		}
	}
	return nil
}

// businessRulesOf returns the identifiers of the business rules: they are exported
// as parts of a table with all assets.
func businessRulesOf(m *customizations.Model) map[string]bool {
	ids := make(map[string]bool)
	for _, p := range m.Processes {
		if p.Category.Value == customizations.BusinessRule {
			ids[p.ID.Value] = true
		}
	}
	return ids
}
