package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeTriggerHint = &rule.Rule{
	ID:        "connector-include-trigger-hint",
	Severity:  rule.Informational,
	Category:  rule.Usage,
	Component: rule.Connector,
	Rulesets:  0, // one trigger in five of certified connectors has none,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: operations(func(c *check, o *connector.Operation) {
		if !o.IsTrigger() {
			return
		}
		if !o.TriggerHint.IsSet() {
			c.say(o.Place(), "", `The trigger %q has no "x-ms-trigger-hint"; tell makers how to set it off for a test`, o.Name())
		}
		if s := o.Summary; s.IsSet() && !strings.HasPrefix(strings.ToLower(s.Value), "when ") {
			c.say(s, "", `The summary %q of trigger %q does not begin with "When", by which makers tell triggers from actions`, s.Value, o.Name())
		}
	}),
}
