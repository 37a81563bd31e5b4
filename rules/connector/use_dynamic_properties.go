package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useDynamicProperties = &rule.Rule{
	ID:        "connector-use-dynamic-properties",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.AppSource,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: schemas(func(c *check, s *connector.Schema) {
		var older, newer *connector.Call
		for _, call := range s.Calls {
			switch call.Kind {
			case connector.DynamicSchema:
				older = call
			case connector.DynamicProperties:
				newer = call
			default:
			}
		}
		if older == nil {
			return
		}
		stem, ends := strings.CutSuffix(older.ValuePath.Value, "properties")
		stem = strings.TrimSuffix(stem, "/")
		switch {
		case newer == nil && ends:
			c.say(older.ValuePath, "DynamicPropertiesExtensionRequiredForPropertiesValuePath", `The value-path %q of "x-ms-dynamic-schema" leads to properties and not to a schema; add "x-ms-dynamic-properties" with the itemValuePath %q`, older.ValuePath.Value, stem)
		case newer != nil && ends && newer.ValuePath.Value != stem:
			c.say(at(newer.Node), "DynamicPropertiesItemValuePathMismatch", `The itemValuePath of "x-ms-dynamic-properties" is %q; by the value-path of "x-ms-dynamic-schema" beside it, it should be %q`, newer.ValuePath.Value, stem)
		}
	}),
}
