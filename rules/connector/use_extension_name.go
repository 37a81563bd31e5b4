package connector

import (
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useExtensionName = &rule.Rule{
	ID:        "connector-use-extension-name",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		for i := range d.Misfits {
			if m := &d.Misfits[i]; m.Kind == connector.Mistyped {
				c.say(m, "", "Nothing reads the extension %q; %s is meant", m.Name, quoted(m.Want, "or"))
			}
		}
	}),
}
