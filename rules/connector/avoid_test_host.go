package connector

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidTestHost = &rule.Rule{
	ID:        "connector-avoid-test-host",
	Severity:  rule.Informational,
	Category:  rule.Supportability,
	Component: rule.Connector,
	Rulesets:  rule.AppSource,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-submission",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		if strings.EqualFold(d.Host.Value, "dev.azure.com") {
			return // Azure DevOps
		}
		name, _, _ := strings.Cut(strings.ToLower(d.Host.Value), ":")
		if i := strings.LastIndexByte(name, '.'); i > 0 {
			name = name[:i] // ".dev" and ".qa" are top-level domains
		}
		words := strings.FieldsFunc(name, func(r rune) bool { return r == '.' || r == '-' || r == '_' })
		for _, w := range words {
			if slices.Contains(testWords, w) {
				c.say(d.Host, "", "The host %q has the word %q in its name; make sure that it is the one of production", d.Host.Value, w)
				return
			}
		}
	}),
}

// testWords are parts of the names of hosts that are not for users.
var testWords = []string{"dev", "develop", "development", "test", "testing", "tst", "qa", "uat", "stage", "staging", "stg", "sandbox", "preprod", "demo"}
