package variable

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidDeprecatedConnector = &rule.Rule{
	ID:        "variable-avoid-deprecated-connector",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidDeprecatedConnector,
}

func runAvoidDeprecatedConnector(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	held := make(map[string]bool) // connection references, in lower case
	for _, c := range m.ConnectionReferences {
		held[strings.ToLower(c.Name.Value)] = true
		if t := retired.Connector(c.ConnectorID.Value); t != nil {
			connector := c.ConnectorID.Value[strings.LastIndexByte(c.ConnectorID.Value, '/')+1:]
			p.Reportf(c.ConnectorID, c.Ref(), "Connection reference %q is for the connector %q (%s), %s; %s, and change what uses it", c.Name.Value, connector, t.Label, t.Fate(), t.Advice)
		}
	}
	for _, f := range m.Processes {
		if !f.Unmodified {
			reportConnectors(p, f.Connectors, held, f.Ref(), "Flow")
		}
	}
	for _, a := range m.CanvasApps {
		if !a.Unmodified {
			reportConnectors(p, a.Connectors, held, a.Ref(), "Canvas app")
		}
	}
	return nil
}

// reportConnectors reports the retired connectors that a flow or an app is made
// with, each once, but for those behind a connection reference of the solution.
func reportConnectors(p *rule.Pass, uses []customizations.ConnectorUse, held map[string]bool, of component.Ref, what string) {
	told := make(map[*retired.Thing]bool)
	for _, use := range uses {
		t := retired.Connector(use.Connector.Value)
		if t != nil && !told[t] && !held[strings.ToLower(use.Reference.Value)] {
			told[t] = true
			p.Reportf(use.Connector, of, "%s %q is made with the connector %q (%s), %s; %s", what, of.Name, use.Connector.Value, t.Label, t.Fate(), t.Advice)
		}
	}
}
