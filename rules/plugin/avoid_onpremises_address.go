package plugin

import (
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/onpremises"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidOnPremisesAddress = &rule.Rule{
	ID:        "plugin-avoid-onpremises-address",
	Severity:  rule.Medium,
	Category:  rule.OnlineMigration,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidOnPremisesAddress,
}

func runAvoidOnPremisesAddress(p *rule.Pass) error {
	for c := range managed.Codes(p) {
		for _, text := range c.Texts {
			if found := onpremises.Address(text.Text); found != "" {
				managed.Reportf(p, c, text.Offset, text.Text, "holds %q, the address of a server on premises, which the cloud does not reach; read the address of the environment from an environment variable", found)
			}
		}
	}
	return nil
}
