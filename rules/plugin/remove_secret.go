package plugin

import (
	"regexp"

	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeSecret = &rule.Rule{
	ID:        "plugin-remove-secret",
	Severity:  rule.High,
	Category:  rule.Security,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runRemoveSecret,
}

// secret matches keys and passwords in connection strings, and private keys.
var secret = regexp.MustCompile(`(?i)(^|;)\s*(password|pwd|client ?secret|accountkey|sharedaccesskey)\s*=\s*[^;{}\s]{4}|-----BEGIN (RSA |EC )?PRIVATE KEY-----`)

func runRemoveSecret(p *rule.Pass) error {
	for c := range managed.Codes(p) {
		for _, text := range c.Texts {
			if secret.MatchString(text.Text) {
				managed.Reportf(p, c, text.Offset, "", "holds a password or key that everybody can read who has the solution; keep it in a secret environment variable, and change it")
			}
		}
	}
	return nil
}
