package plugin

import (
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidConsole = &rule.Rule{
	ID:        "plugin-avoid-console",
	Severity:  rule.Low,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidConsole,
}

// runAvoidConsole looks for output that nobody sees.
func runAvoidConsole(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		if call.Is("System.Console", "WriteLine") || call.Is("System.Console", "Write") {
			managed.ReportCall(p, call, "writes to the console, which a plug-in does not have; write to the ITracingService")
		}
	}
	return nil
}
