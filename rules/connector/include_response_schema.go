package connector

import (
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeResponseSchema = &rule.Rule{
	ID:        "connector-include-response-schema",
	Severity:  rule.Informational,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.AppSource,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: operations(func(c *check, o *connector.Operation) {
		count := 0
		for _, r := range o.Responses {
			if r.Schema == nil {
				continue
			}
			if count++; count == 2 {
				c.say(r.Status, "OperationHasManyResponsesWithSchema", "The operation %q has more than one response with a schema, and makers are shown one only; leave it to the one of success", o.Name())
			}
			if r.Status.Value == "default" {
				c.say(r.Status, "DefaultResponseHasSchema", "The response \"default\" of operation %q has a schema; describe it under the status that is expected", o.Name())
			}
		}
		if !showsAnswer(o) {
			c.say(o.Place(), "SchemaDefinitionSetIncorrectly", "The operation %q answers 200 or 201 without a schema, so makers cannot use what it answers; describe it", o.Name())
		}
	}),
}

// showsAnswer reports whether makers see what an operation answers, or there is
// nothing to see.
func showsAnswer(o *connector.Operation) bool {
	if o.Path.Notification != nil || o.Method.Value == "delete" {
		return true
	}
	answers := false
	for _, r := range o.Responses {
		switch {
		case r.Status.Value == "200" || r.Status.Value == "201":
			answers = true
			if r.Schema != nil {
				return true
			}
		case r.IsSuccess(): // 202 and 204 have nothing to show
			return true
		}
	}
	return !answers
}
