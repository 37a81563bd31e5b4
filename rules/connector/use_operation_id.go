package connector

import (
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useOperationID = &rule.Rule{
	ID:        "connector-use-operation-id",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		for _, o := range d.Operations {
			if o.ID.Value == "" {
				c.say(o.Place(), "OperationIdRequired", "The operation %q has no operationId, by which flows and apps know it; give it one that never changes", o.Name())
				continue
			}
			if first := d.Operation(o.ID.Value); first != o {
				c.say(o.ID, "OperationIdNotUnique", "The operationId %q is that of %q too, so one of the two cannot be called; give it another", o.ID.Value, first.Where())
			}
		}
	}),
}
