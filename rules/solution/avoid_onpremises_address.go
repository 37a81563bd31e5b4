package solution

import (
	"github.com/solcheck/solcheck/rules/onpremises"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidOnPremisesAddress = &rule.Rule{
	ID:        "solution-avoid-onpremises-address",
	Severity:  rule.Medium,
	Category:  rule.OnlineMigration,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidOnPremisesAddress,
}

func runAvoidOnPremisesAddress(p *rule.Pass) error {
	for a := range addresses(p) {
		if found := onpremises.Address(a.Value); found != "" {
			p.Reportf(a, a.of, "%s holds %q, the address of a server on premises, which the cloud does not reach; use a relative address, or an environment variable with the address of the environment", a.what, found)
		}
	}
	return nil
}
