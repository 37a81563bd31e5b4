package connector

import (
	"regexp"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/rules/rule"
)

var removeClientSecret = &rule.Rule{
	ID:        "connector-remove-client-secret",
	Severity:  rule.High,
	Category:  rule.Security,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
	Kinds:     kinds(),
	Requires:  requires(),
	Hides:     true,
	Run: connectors(func(c *check) {
		for _, p := range c.Properties.All() {
			if p.OAuth == nil {
				continue
			}
			if s := p.OAuth.ClientSecret; looksSecret(s.Value) {
				c.say(s, "", "The client secret of connection parameter %q stands in the file, for everyone who can read it; revoke it, and enter the new one when the connector is deployed", p.Name.Value)
			}
		}
	}),
}

var placeholder = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^[\[<{(#%$*_-]|[\]>})%]$|secret|client|dummy|example|sample|test|todo|fixme|replace|change|your|insert|enter|placeholder|redacted|hidden|removed|masked|none|null|n/a|xxx|\.\.\.|\*\*|\s`)
})

// looksSecret tells a secret from the words that stand in its place.
func looksSecret(s string) bool {
	const shortest = 12
	return len(s) >= shortest && !placeholder().MatchString(s) && strings.Trim(s, s[:1]) != ""
}
