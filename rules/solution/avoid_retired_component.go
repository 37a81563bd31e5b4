package solution

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRetiredComponent = &rule.Rule{
	ID:        "solution-avoid-retired-component",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidRetiredComponent,
}

// successors are the kinds of components that the platform has no more, by their
// elements, with their names and what took their place. Source: "Important changes
// coming", read 2026-04.
func successors() map[string][2]string {
	return map[string][2]string{
		"RelationshipRole":  {"relationship role", "use connection roles"},
		"mailmergetemplate": {"mail merge template", "use document templates"},
		"configuration":     {"ISV.Config menu", "use the ribbon or a command"},
	}
}

func runAvoidRetiredComponent(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	for _, c := range m.Retired {
		if kind, ok := successors()[c.Element]; ok {
			p.Reportf(c, solution.Of(p.Pass).Ref(), "The solution holds the %s %q, a kind of component that the platform has no more; %s instead", kind[0], c.Name.Value, kind[1])
		}
	}
	return nil
}
