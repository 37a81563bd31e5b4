package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidOddOperationID = &rule.Rule{
	ID:        "connector-avoid-odd-operation-id",
	Severity:  rule.Informational,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  0, // one connector in five has some, and all were accepted
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-submission",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: operations(func(c *check, o *connector.Operation) {
		id := o.ID.Value
		if id == "" {
			return
		}
		stem := id
		if i := strings.LastIndex(id, "_V"); i > 0 && isDigits(id[i+2:]) {
			stem = id[:i]
		}
		clean := strings.Map(letterOrDigit, stem)
		switch {
		case clean != stem:
			c.say(o.ID, "OperationIdSanitized", "The operationId %q has characters that are neither letters nor digits; %q would be read the same everywhere", id, clean+id[len(stem):])
		case stem[0] < 'A' || stem[0] > 'Z':
			c.say(o.ID, "", "The operationId %q does not begin with a capital letter, as PascalCase asks for", id)
		}
	}),
}

func letterOrDigit(r rune) rune {
	if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
		return r
	}
	return -1
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
