package connector

import (
	"github.com/solcheck/solcheck/rules/rule"
)

var removeEnvironment = &rule.Rule{
	ID:        "connector-remove-environment",
	Severity:  rule.Informational,
	Category:  rule.Supportability,
	Component: rule.Connector,
	Rulesets:  0, // what a tool writes, and no fault of the connector,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/paconn-cli",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: connectors(func(c *check) {
		if c.Settings == nil {
			return
		}
		if e := c.Settings.Environment; e.Value != "" {
			c.say(e, "", `The file names the environment %q, which is that of one developer; leave it out of what others use`, e.Value)
		}
	}),
}
