package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeConnectionParameter = &rule.Rule{
	ID:        "connector-include-connection-parameter",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		given := c.Document(connector.PropertiesRole) != nil || c.Document(connector.ParametersRole) != nil
		if !given || c.Properties == nil || !c.used(d) {
			return
		}
		all := c.Properties.All()
		for _, s := range d.SecuritySchemes {
			if s.Type.Value == "oauth2" && !hasOAuth(all) {
				c.say(s.Name, "", `The security definition %q signs users in by OAuth and no connection parameter is of the type "oauthSetting"; add one to the connection parameters`, s.Name.Value)
			}
			if s.Type.Value != "oauth2" && len(all) == 0 {
				c.say(s.Name, "", "The security definition %q asks for credentials and there are no connection parameters, so users are never asked; add them", s.Name.Value)
			}
		}
	}),
}

// used reports whether the definition has a single way to sign in: where there are
// several, the connection parameters may be for another one.
func (*check) used(d *connector.Definition) bool { return len(d.SecuritySchemes) == 1 }

func hasOAuth(all []*connector.ConnectionParameter) bool {
	for _, p := range all {
		if p.IsOAuth() || p.OAuth != nil || strings.HasPrefix(strings.ToLower(p.Name.Value), "token") {
			return true
		}
	}
	return false
}
