package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeRefSibling = &rule.Rule{
	ID:        "connector-remove-ref-sibling",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.AppSource,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		for _, r := range d.References {
			if names := r.Beside(); len(names) > 0 && r.Kind != connector.PathReference {
				c.say(r.Text, "AdditionalPropertyNotAllowedAdjacentToRef", "Beside the reference %q stands %s, which counts for nothing; move it to what the reference names, or write that here", r.Value, strings.Join(names, ", "))
			}
		}
	}),
}
