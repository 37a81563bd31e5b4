package variable

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeUnusedConnection = &rule.Rule{
	ID:        "variable-remove-unused-connection",
	Severity:  rule.Low,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/create-connection-reference",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runRemoveUnusedConnection,
}

func runRemoveUnusedConnection(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	if len(m.Problems) > 0 {
		return nil // what was not read may use any
	}
	for _, c := range m.ConnectionReferences {
		if len(c.Users) == 0 && !c.Unmodified {
			p.Reportf(c, c.Ref(), "Connection reference %q is used by no flow, app or bot of the solution, and every import asks for a connection; remove it", c.Name.Value)
		}
	}
	return nil
}
