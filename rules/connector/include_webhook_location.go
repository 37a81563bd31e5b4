package connector

import (
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeWebhookLocation = &rule.Rule{
	ID:        "connector-include-webhook-location",
	Severity:  rule.Informational,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  0, // one webhook in five of certified connectors does without,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/create-webhook-trigger",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: operations(func(c *check, o *connector.Operation) {
		if !o.Path.IsWebhook() || !o.IsTrigger() {
			return
		}
		for _, r := range o.Responses {
			if r.Header("Location") != nil {
				return
			}
		}
		c.say(o.Place(), "", `The operation %q subscribes and describes no header "Location" in its response, which is the address where the subscription is deleted; describe it under 201`, o.Name())
	}),
}
