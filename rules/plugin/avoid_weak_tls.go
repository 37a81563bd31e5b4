package plugin

import (
	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidWeakTLS = &rule.Rule{
	ID:        "plugin-avoid-weak-tls",
	Severity:  rule.High,
	Category:  rule.Security,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidWeakTLS,
}

// Bits of SecurityProtocolType.
const (
	tls12 = 0xc00
	tls13 = 0x3000
)

func runAvoidWeakTLS(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		v := call.Last()
		if call.Is("System.Net.ServicePointManager", "set_SecurityProtocol") && v.Kind == assembly.Constant && v.Int != 0 && v.Int&(tls12|tls13) == 0 {
			managed.ReportCall(p, call, "allows only versions of TLS before 1.2, which servers refuse; leave SecurityProtocol alone")
		}
	}
	return nil
}
