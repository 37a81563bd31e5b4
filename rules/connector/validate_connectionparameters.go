package connector

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var validateConnectionparameters = &rule.Rule{
	ID:        "connector-validate-connectionparameters",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://go.microsoft.com/fwlink/?linkid=2247861",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: connectors(func(c *check) {
		for _, p := range c.Properties.All() {
			c.connectionParameter(p)
		}
	}),
}

var parameterTypes = []string{"string", "securestring", "int", "bool", "gatewaySetting", "oauthSetting", "connection", "managedIdentity"}

var parameterName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9A-Za-z_]+(:[0-9A-Za-z_]+)?$`) })

func (c *check) connectionParameter(p *connector.ConnectionParameter) {
	name := p.Name.Value
	if !parameterName().MatchString(name) {
		c.say(p.Name, "", `The name %q of a connection parameter has characters that it cannot have; use letters, digits and "_"`, name)
	}
	switch t := p.Type; {
	case !t.IsSet():
		c.say(p.Name, "", "The connection parameter %q has no type; it may be %s", name, quoted(parameterTypes, "or"))
	case !slices.ContainsFunc(parameterTypes, func(known string) bool { return strings.EqualFold(known, t.Value) }):
		c.say(t, "", "The connection parameter %q has the type %q; it may be %s", name, t.Value, quoted(parameterTypes, "or"))
	}
	if p.OAuth == nil {
		if p.IsOAuth() {
			c.say(p.Name, "", `The connection parameter %q signs users in and has no "oAuthSettings"; add them`, name)
		}
		return
	}
	for _, s := range p.OAuth.Custom {
		c.filled(name, s.Name.Value, s.Value)
	}
	c.filled(name, "redirectUrl", p.OAuth.RedirectURL)
}

var leftover = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(todo|fixme|changeme|change-me|replaceme|replace-me|your-?(domain|tenant|instance|company|server|host|app|site)(name)?)\b|<[a-z _-]+>|\[\[[a-z _-]+\]\]`)
})

// filled finds an address that still has the word of a template in it.
func (c *check) filled(parameter, setting string, value model.Text) {
	if word := leftover().FindString(value.Value); word != "" {
		c.say(value, "", "The value of %q of connection parameter %q still has %q in it; write what belongs there", setting, parameter, word)
	}
}
