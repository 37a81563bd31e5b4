package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useDeprecation = &rule.Rule{
	ID:        "connector-use-deprecation",
	Severity:  rule.Informational,
	Category:  rule.Supportability,
	Component: rule.Connector,
	Rulesets:  0, // one certified connector in forty names it otherwise,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/deprecate-operation",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: operations(func(c *check, o *connector.Operation) {
		if o.Visibility.Value == "internal" {
			return
		}
		marked := strings.Contains(strings.ToLower(o.Summary.Value), "deprecated")
		switch {
		case o.Deprecated && !marked:
			c.say(model.At(o.Summary, o.Place()), "", `The operation %q is deprecated and its summary does not say so; end it in "(deprecated)"`, o.Name())
		case !o.Deprecated && marked:
			c.say(o.Summary, "", `The summary of operation %q says that it is deprecated; add "deprecated": true, so that makers are not offered it`, o.Name())
		}
	}),
}
