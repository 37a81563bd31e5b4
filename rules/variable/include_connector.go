package variable

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeConnector = &rule.Rule{
	ID:        "variable-include-connector",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/customconnectorssolutions",
	Kinds:     kinds(),
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeConnector,
}

func runIncludeConnector(p *rule.Pass) error {
	m, manifest := customizations.Of(p.Pass), solution.Of(p.Pass)
	if len(m.Problems) > 0 || !manifest.IsSet() || len(manifest.Problems) > 0 {
		return nil // what was not read may be the connector
	}
	known := needed(manifest)
	for _, c := range m.Connectors {
		known[c.ID.Value] = true
	}
	for _, c := range m.ConnectionReferences {
		if id := c.CustomConnector; id.Value != "" && !known[id.Value] && !c.Unmodified {
			p.Reportf(id, c.Ref(), "Connection reference %q is for the custom connector %q, which is neither in the solution nor among its missing dependencies, so the import finds nothing to connect to; add the connector", c.Name.Value, id.Value)
		}
	}
	return nil
}
