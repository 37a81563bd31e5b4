package connector

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useSecurityDefinition = &rule.Rule{
	ID:        "connector-use-security-definition",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		for _, s := range d.SecuritySchemes {
			c.scheme(s)
		}
		for _, r := range d.Security {
			c.requirement(d, r)
		}
		for _, o := range d.Operations {
			for _, r := range o.Security {
				c.requirement(d, r)
			}
		}
	}),
}

// securityProperties are what OpenAPI 2.0 allows and asks for, by type and flow.
var securityProperties = map[string]struct{ needs, allows []string }{
	"basic":              {},
	"apiKey":             {needs: []string{"name", "in"}},
	"oauth2 implicit":    {needs: []string{"authorizationUrl", "scopes"}},
	"oauth2 password":    {needs: []string{"tokenUrl", "scopes"}},
	"oauth2 application": {needs: []string{"tokenUrl", "scopes"}},
	"oauth2 accessCode":  {needs: []string{"authorizationUrl", "tokenUrl", "scopes"}},
	"oauth2":             {needs: []string{"flow"}, allows: []string{"authorizationUrl", "tokenUrl", "scopes"}},
}

// scheme judges one security definition.
func (c *check) scheme(s *connector.SecurityScheme) {
	kind := s.Type.Value
	if kind == "oauth2" && s.Flow.IsSet() {
		kind += " " + s.Flow.Value
	}
	known, ok := securityProperties[kind]
	if !ok {
		return // the rule about the shape of definitions tells of it
	}
	for _, name := range known.needs {
		if s.Node.Get(name) == nil {
			c.say(s.Name, "SecuritySchemePropertyRequired", "The security definition %q of type %q has no %q; add it", s.Name.Value, kind, name)
		}
	}
	for key := range s.Node.Members() {
		if isForeign(key.Name, s, known.needs, known.allows) {
			c.say(key, "SecuritySchemePropertyNotValid", "The security definition %q of type %q cannot have %q; remove it", s.Name.Value, kind, key.Name)
		}
	}
	if kind == "oauth2 application" || kind == "oauth2 password" {
		c.say(s.Flow, "", `The security definition %q uses the flow %q, which connections do not support; use "accessCode"`, s.Name.Value, s.Flow.Value)
	}
}

// isForeign reports whether a property belongs to security definitions of another
// type.
func isForeign(name string, s *connector.SecurityScheme, needs, allows []string) bool {
	if !slices.Contains([]string{"name", "in", "flow", "authorizationUrl", "tokenUrl", "scopes"}, name) {
		return false
	}
	return !slices.Contains(needs, name) && !slices.Contains(allows, name) && (name != "flow" || s.Type.Value != "oauth2")
}

// requirement judges one entry of a list of requirements.
func (c *check) requirement(d *connector.Definition, r *connector.Requirement) {
	s := d.SecurityScheme(r.Name.Value)
	switch {
	case s == nil:
		c.say(r.Name, "SecurityRequirementMustBeDefined", `The security requirement %q is not among "securityDefinitions"; add it there, or name one of them`, r.Name.Value)
	case !r.Node.Is(connector.Array):
		c.say(r.Name, "SecurityRequirementMustHaveValue", "The security requirement %q has no list of scopes; write [] where none are needed", r.Name.Value)
	case s.Type.Value != "oauth2" && r.Node.Len() > 0:
		c.say(at(r.Node), "SecurityRequirementMustHaveEmptyValue", "The security requirement %q is of the type %q, which has no scopes; write []", r.Name.Value, s.Type.Value)
	case s.Type.Value == "oauth2":
		for _, scope := range r.Scopes {
			if !s.HasScope(scope.Value) {
				c.say(scope, "OAuthSecurityRequirementValueMustBeScopeName", "The scope %q is not among those of security definition %q; add it there, or remove it", scope.Value, s.Name.Value)
			}
		}
	}
}
