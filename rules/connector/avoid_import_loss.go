package connector

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidImportLoss = &rule.Rule{
	ID:        "connector-avoid-import-loss",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/define-postman-collection",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: connectors(func(c *check) {
		if c.Definition == nil {
			return
		}
		for _, r := range c.Definition.Requests {
			c.request(r)
		}
	}),
}

// importedAuth are the kinds of authentication that an import understands.
var importedAuth = []string{"", "noauth", "basic", "basicAuth", "apikey", "oauth2", "oAuth2"}

// request tells what an import makes nothing of.
func (c *check) request(r *connector.Request) {
	name := theName(r.Name.Value, "without a name")
	for _, s := range r.Scripts {
		c.say(at(s), "", "The script of request %s is left out when the collection is imported; a connector does such things by policies or by script.csx", name)
	}
	if !slices.Contains(importedAuth, r.Auth.Value) {
		c.say(r.Auth, "", "The request %s signs in by %q, which connections cannot; use OAuth 2.0, basic authentication or an API key", name, r.Auth.Value)
	}
	if r.Answers == 0 {
		c.say(start(r.Node), "", "The request %s has no saved response, from which an import makes the schema of the answer; save one", name)
	}
	if r.Fields.IsSet() && !strings.HasPrefix(r.URL.Value, "{{") {
		c.say(r.Fields, "", "The URL of request %s has the variable %q, which an import leaves as it stands; write a value, or make it a parameter of the path", name, r.Fields.Value)
	}
}
