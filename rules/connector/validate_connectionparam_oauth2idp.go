package connector

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/near"
	"github.com/solcheck/solcheck/rules/rule"
)

var validateConnectionparamOauth2idp = &rule.Rule{
	ID:        "connector-validate-connectionparam-oauth2idp",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://go.microsoft.com/fwlink/?linkid=2248012",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: connectors(func(c *check) {
		for _, p := range c.Properties.All() {
			if p.OAuth != nil {
				c.provider(p)
			}
		}
	}),
}

// A provider is one of the ways to sign in that the platform supports.
type provider struct {
	name         string
	needs, takes []string
	firstParty   bool // for Microsoft's own connectors alone
}

// providers are from the schema that Microsoft publishes with its connectors, with
// what certified connectors have besides. Names of providers of single services
// are many and known to the platform alone.
var providers = []provider{
	{name: "oauth2", takes: []string{"authorizationUrl", "tokenUrl", "refreshUrl"}},
	{name: "oauth2generic", takes: []string{
		"authorizationUrl", "tokenUrl", "refreshUrl",
		"authorizationUrlTemplate", "authorizationUrlQueryStringTemplate", "tokenUrlTemplate", "tokenUrlQueryStringTemplate", "tokenBodyTemplate",
		"refreshUrlTemplate", "refreshUrlQueryStringTemplate", "refreshBodyTemplate", "scopeListDelimiter",
	}},
	{name: "aad", needs: []string{"resourceUri"}},
	{name: "aadcertificate", firstParty: true},
	{name: "facebook"},
}

func (c *check) provider(p *connector.ConnectionParameter) {
	o := p.OAuth
	name := strings.ToLower(o.Provider.Value)
	i := slices.IndexFunc(providers, func(known provider) bool { return known.name == name })
	switch {
	case name == "":
		c.say(start(o.Node), "", `The connection parameter %q signs users in and has no "identityProvider"; use %s`, p.Name.Value, quoted(providerNames(), "or"))
		return
	case i < 0:
		if meant := misspelledProvider(name); meant != "" {
			c.say(o.Provider, "", "The identity provider %q is not known; %q is meant", o.Provider.Value, meant)
		}
		return
	}
	known := providers[i]
	if known.firstParty && !o.FirstParty {
		c.say(o.Provider, "", "The identity provider %q is for connectors of Microsoft alone; use \"aad\"", o.Provider.Value)
	}
	for _, need := range known.needs {
		if s := o.Setting(need); s == nil {
			c.say(o.Provider, "", "The identity provider %q needs the custom parameter %q, for which no token can be had otherwise; add it", o.Provider.Value, need)
		}
	}
	for _, s := range o.Custom {
		if len(known.takes) > 0 && !slices.ContainsFunc(known.takes, func(t string) bool { return strings.EqualFold(t, s.Name.Value) }) {
			c.say(s.Name, "", "The identity provider %q does not read the custom parameter %q; it reads %s", o.Provider.Value, s.Name.Value, quoted(known.takes, "and"))
		}
	}
}

func providerNames() []string {
	names := make([]string, len(providers))
	for i, p := range providers {
		names[i] = p.name
	}
	return names
}

// misspelledProvider returns the provider that a name is a slip of, empty for the
// name of something else.
func misspelledProvider(name string) string {
	squeezed := strings.NewReplacer("-", "", "_", "", " ", "", ".", "").Replace(name)
	for _, p := range providers {
		if squeezed == p.name || near.Distance(squeezed, p.name) == 1 && len(name) > len("aad") {
			return p.name
		}
	}
	return ""
}
