package connector

import (
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useOpenapi2 = &rule.Rule{
	ID:        "connector-use-openapi2",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/faq",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: connectors(func(c *check) {
		d := c.Definition
		if d == nil {
			return
		}
		root := d.Tree.Root
		switch d.Format {
		case connector.OpenAPI3:
			c.say(at(root.Get("openapi")), "", "The definition is OpenAPI %s, and connectors are described in OpenAPI 2.0; convert it", root.Get("openapi").Literal())
		case connector.Postman1, connector.Postman2:
			c.say(start(root), "", "The definition is a %s, from which the wizard can make a connector once; import it, and keep the OpenAPI 2.0 definition that results", d.Format)
		case connector.NoFormat:
			if root != nil && d.IsWhole() {
				c.say(start(root), "", "The definition is neither OpenAPI nor a Postman collection; write an OpenAPI 2.0 definition")
			}
		case connector.Swagger:
		}
	}),
}
