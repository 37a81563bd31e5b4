package connector

import (
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var validateSwaggerIsproperjson = jsonRule("connector-validate-swagger-isproperjson", "https://go.microsoft.com/fwlink/?linkid=2244842", connector.DefinitionRole)

var validateConnectionparamIsproperjson = jsonRule("connector-validate-connectionparam-isproperjson", "https://go.microsoft.com/fwlink/?linkid=2248011",
	connector.PropertiesRole, connector.ParametersRole, connector.PoliciesRole, connector.SettingsRole)

// jsonRule makes a rule about the JSON of files of some roles.
func jsonRule(id, guidance string, roles ...connector.Role) *rule.Rule {
	return &rule.Rule{
		ID:        id,
		Severity:  rule.High,
		Category:  rule.Design,
		Component: rule.Connector,
		Rulesets:  rule.Microsoft,
		Guidance:  guidance,
		Kinds:     kinds(),
		Requires:  requires(),
		Run: connectors(func(c *check) {
			for _, role := range roles {
				c.json(role)
			}
		}),
	}
}

func (c *check) json(role connector.Role) {
	for _, d := range c.Documents {
		isPart := role == connector.ParametersRole || role == connector.PoliciesRole
		if d.Role != role || isPart && d.IsBlank() {
			continue // a solution has an empty file for what a connector does not have
		}
		for _, p := range d.Tree.Problems {
			c.say(p, "", "The JSON with the %s of the connector is not proper: %s", role, p.String())
		}
		if n := d.Tree.Unlisted; n > 0 {
			c.say(start(d.Tree.Root), "", "The JSON with the %s of the connector has %d more faults like those that are listed", role, n)
		}
	}
}
