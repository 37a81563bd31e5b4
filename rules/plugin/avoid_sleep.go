package plugin

import (
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidSleep = &rule.Rule{
	ID:        "plugin-avoid-sleep",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidSleep,
}

func runAvoidSleep(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		if call.Is("System.Threading.Thread", "Sleep") || call.Is("System.Threading.Tasks.Task", "Delay") {
			managed.ReportCall(p, call, "waits, which counts against the two minutes that a plug-in has and holds its transaction open; let an asynchronous step or a flow wait")
		}
	}
	return nil
}
