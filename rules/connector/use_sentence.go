package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useSentence = &rule.Rule{
	ID:        "connector-use-sentence",
	Severity:  rule.Informational,
	Category:  rule.Usage,
	Component: rule.Connector,
	Rulesets:  0, // half of all certified connectors have some,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/connector-string-guidance",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: operations(func(c *check, o *connector.Operation) {
		text := strings.TrimSpace(o.Description.Value)
		switch {
		case text == "":
		case strings.EqualFold(strings.TrimRight(text, "."), strings.TrimRight(strings.TrimSpace(o.Summary.Value), ".")):
			c.say(o.Description, "", "The description of operation %q repeats its summary; say more, or what it returns", o.Name())
		case !strings.ContainsRune(".!?", rune(text[len(text)-1])):
			c.say(o.Description, "", "The description of operation %q is no full sentence; end it with a full stop", o.Name())
		}
		if s := o.Summary; s.Value != "" && strings.ContainsAny(s.Value[len(s.Value)-1:], ".,;:!? ") {
			c.say(s, "", "The summary %q ends in %q; leave that out", s.Value, s.Value[len(s.Value)-1:])
		}
	}),
}
