package connector

import (
	"slices"
	"strings"
	"unicode"

	"github.com/solcheck/solcheck/rules/rule"
)

var useSecurestring = &rule.Rule{
	ID:        "connector-use-securestring",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: connectors(func(c *check) {
		for _, p := range c.Properties.All() {
			if p.Type.Value == "string" && namesSecret(p.Name.Value) && p.Node.Get("allowedValues") == nil {
				c.say(p.Type, "", `The connection parameter %q takes a secret and has the type "string", so the secret is shown and stored as plain text; use "securestring"`, p.Name.Value)
			} else if p.Type.Value == "securestring" && p.ClearText && namesSecret(p.Name.Value) {
				c.say(at(p.Node.At("uiDefinition", "constraints", "clearText")), "", `The connection parameter %q is of the type "securestring" and "clearText" shows it while it is typed; set it to false`, p.Name.Value)
			}
		}
	}),
}

// namesSecret reports whether the name of a parameter says that it takes a secret:
// by its last word, because a password's hint or a key's name is none.
func namesSecret(name string) bool {
	words := wordsOf(name)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	if slices.Contains([]string{"password", "passwd", "pwd", "secret", "apikey", "passphrase"}, last) {
		return true
	}
	before := ""
	if len(words) > 1 {
		before = words[len(words)-2]
	}
	return last == "key" && slices.Contains([]string{"api", "secret", "access", "private", "license", "subscription", "auth"}, before) ||
		last == "token" && slices.Contains([]string{"access", "api", "auth", "bearer", "secret"}, before)
}

// wordsOf splits "apiKey", "api_key" and "API-Key" into "api" and "key".
func wordsOf(name string) []string {
	var words []string
	var word strings.Builder
	lower := false
	flush := func() {
		if word.Len() > 0 {
			words = append(words, strings.ToLower(word.String()))
			word.Reset()
		}
	}
	for _, r := range name {
		if !unicode.IsLetter(r) {
			flush()
			continue
		}
		if unicode.IsUpper(r) && lower {
			flush()
		}
		lower = unicode.IsLower(r)
		word.WriteRune(r)
	}
	flush()
	return words
}
