package connector

import (
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useTrigger = &rule.Rule{
	ID:        "connector-use-trigger",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.AppSource,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/create-polling-trigger",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: operations(func(c *check, o *connector.Operation) {
		if !o.IsTrigger() {
			return
		}
		if o.Path.IsWebhook() {
			if o.Trigger.Value == "batch" && o.Path.Notification != nil && isNoArray(o.Path.Notification) {
				c.say(o.Trigger, "", `The trigger %q is "batch" and what is sent to it is no array; set "single"`, o.Name())
			}
			return
		}
		if o.Method.Value != "get" {
			c.say(o.Method, "", "The trigger %q asks for news by %s; a polling trigger uses GET", o.Name(), o.Method.Value)
		}
	}),
}

// isNoArray reports whether values of a schema are known to be something else.
func isNoArray(s *connector.Schema) bool {
	r := s.Resolve()
	return r != nil && r.Type.IsSet() && r.Type.Value != "array" && !s.IsOpen()
}
