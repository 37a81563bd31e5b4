package connector

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeWebhookDelete = &rule.Rule{
	ID:        "connector-include-webhook-delete",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.AppSource,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/create-webhook-trigger",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		deletes := slices.ContainsFunc(d.Operations, func(o *connector.Operation) bool { return o.Method.Value == "delete" })
		for _, o := range d.Operations {
			if !o.Path.IsWebhook() || !o.IsTrigger() {
				continue
			}
			if o.Method.Value != "post" && o.Method.Value != "put" {
				c.say(o.Method, "", "The operation %q subscribes by %s; the platform sends the subscription by POST", o.Name(), o.Method.Value)
			}
			if !deletes {
				c.say(o.Place(), "", "The operation %q subscribes and no operation of the connector uses DELETE, so subscriptions of flows that are switched off stay; describe how to end one", o.Name())
			}
		}
	}),
}
