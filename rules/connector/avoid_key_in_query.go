package connector

import (
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidKeyInQuery = &rule.Rule{
	ID:        "connector-avoid-key-in-query",
	Severity:  rule.Informational,
	Category:  rule.Security,
	Component: rule.Connector,
	Rulesets:  0, // one certified connector in ten has no other way,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		for _, s := range d.SecuritySchemes {
			if s.Type.Value == "apiKey" && s.In.Value == "query" {
				c.say(s.In, "", "The key of security definition %q is sent in the query, which servers and proxies write into their logs; send it in a header if the service takes it there", s.Name.Value)
			}
		}
	}),
}
