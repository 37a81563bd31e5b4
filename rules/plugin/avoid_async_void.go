package plugin

import (
	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidAsyncVoid = &rule.Rule{
	ID:        "plugin-avoid-async-void",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidAsyncVoid,
}

// runAvoidAsyncVoid looks for asynchronous methods that nobody can wait for.
func runAvoidAsyncVoid(p *rule.Pass) error {
	for c := range managed.Codes(p) {
		if assembly.IsVoid(c.Method) && c.HasAttribute("System.Runtime.CompilerServices.AsyncStateMachineAttribute") {
			managed.Reportf(p, c, 0, "async void", "is async and returns nothing, so that the platform goes on before the work is done; return a Task and wait for it, or work synchronously")
		}
	}
	return nil
}
