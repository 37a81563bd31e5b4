package variable

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
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

// deprecated are the connectors that Microsoft replaced, with what took their
// place. Source: "Important changes coming", read 2026-04.
func deprecated() map[string]string {
	return map[string]string{
		"shared_commondataservice": "Microsoft Dataverse (shared_commondataserviceforapps)",
		"shared_dynamicscrmonline": "Microsoft Dataverse (shared_commondataserviceforapps)",
	}
}

func runAvoidDeprecatedConnector(p *rule.Pass) error {
	for _, c := range customizations.Of(p.Pass).ConnectionReferences {
		connector := c.ConnectorID.Value[strings.LastIndexByte(c.ConnectorID.Value, '/')+1:]
		if successor := deprecated()[strings.ToLower(connector)]; successor != "" {
			p.Reportf(c.ConnectorID, c.Ref(), "Connection reference %q is for the deprecated connector %q; use %s, and change what uses it", c.Name.Value, connector, successor)
		}
	}
	return nil
}
