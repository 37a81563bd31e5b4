package plugin

import (
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidPinvoke = &rule.Rule{
	ID:        "plugin-avoid-pinvoke",
	Severity:  rule.High,
	Category:  rule.OnlineMigration,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidPinvoke,
}

func runAvoidPinvoke(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		if m := call.Member.Method; m != nil && m.Import != nil {
			managed.ReportCall(p, call, "calls the native function %q of %q, which the sandbox of Dataverse refuses; use a managed library", m.Import.Function, m.Import.Module)
		}
	}
	return nil
}
