package connector

import (
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useInternalDefault = &rule.Rule{
	ID:        "connector-use-internal-default",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		for _, s := range d.All {
			if s.Use&connector.AsInput == 0 {
				continue
			}
			for _, p := range s.Properties {
				if p.Schema.Visibility.Value == "internal" {
					c.internal(p.Name, p.Schema.Default, s.Requires(p.Name.Value), "property", "InternalPropertyWithDefaultOptional")
				}
			}
		}
		told := make(map[model.Range]bool)
		for _, o := range d.Operations {
			for _, p := range o.Parameters {
				if p.Visibility.Value == "internal" && p.In.Value != "body" && !told[p.Parameter.Range] {
					told[p.Parameter.Range] = true
					c.internal(p.Name, p.Schema.Default, p.Required, "parameter", "PropertyMustBeRequired")
				}
			}
		}
	}),
}

// internal judges a value that makers do not see: it is sent only if it is
// required, and can be only if it has a default.
func (c *check) internal(name model.Text, fixed *connector.Node, required bool, what, code string) {
	switch {
	case fixed != nil && !required:
		c.say(name, code, "The internal %s %q has a default and is not required, so it is never sent; make it required", what, name.Value)
	case fixed == nil && required && what == "parameter":
		c.say(name, "", `The internal %s %q is required and has no default, so nobody can give it; add "default"`, what, name.Value)
	}
}
