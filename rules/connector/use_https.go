package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useHTTPS = &rule.Rule{
	ID:        "connector-use-https",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-submission",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: connectors(func(c *check) {
		if d := c.Definition; d != nil && d.Format == connector.Swagger {
			c.plainSchemes(d)
		}
		c.plainAddresses()
	}),
}

func (c *check) plainSchemes(d *connector.Definition) {
	for _, s := range d.Schemes {
		if s.Value != "http" {
			continue
		}
		if len(d.Schemes) == 1 {
			c.say(s, "", `The service is called over "http" alone, so credentials and data can be read on the way; use "https"`)
		} else {
			c.say(s, "", `The service may be called over "http", where credentials and data can be read on the way; leave "https" alone in the list`)
		}
	}
	for _, s := range d.SecuritySchemes {
		c.plain("authorizationUrl of security definition", s.AuthorizationURL)
		c.plain("tokenUrl of security definition", s.TokenURL)
	}
}

func (c *check) plainAddresses() {
	for _, p := range c.Properties.All() {
		if p.OAuth == nil {
			continue
		}
		for _, s := range p.OAuth.Custom {
			c.plain(s.Name.Value+" of connection parameter", s.Value)
		}
		c.plain("redirectUrl of connection parameter", p.OAuth.RedirectURL)
	}
	for _, p := range c.Properties.Policies {
		for _, s := range p.Parameters {
			if strings.EqualFold(s.Name.Value, "urlTemplate") || strings.EqualFold(s.Name.Value, "parameterValueUrl") {
				c.plain(s.Name.Value+" of policy", s.Value)
			}
		}
	}
}

func (c *check) plain(what string, u model.Text) {
	if rest, ok := strings.CutPrefix(strings.ToLower(u.Value), "http://"); ok && !strings.HasPrefix(rest, "localhost") {
		c.say(u, "", `The %s is %q, which is not encrypted; use "https"`, what, u.Value)
	}
}
