package plugin

import (
	"github.com/solcheck/solcheck/analyzers/secret"
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
	Hides:     true,
}

func runRemoveSecret(p *rule.Pass) error {
	for c := range managed.Codes(p) {
		for _, text := range c.Texts {
			if found := secret.Find(text.Text); len(found) > 0 {
				managed.Reportf(p, c, text.Offset, "", "holds %s that everybody can read who has the solution; keep it in a secret environment variable, and change it", found[0].Kind)
			}
		}
	}
	return nil
}
