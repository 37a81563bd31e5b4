package plugin

import (
	"strings"

	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidAppdomainEvent = &rule.Rule{
	ID:        "plugin-avoid-appdomain-event",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidAppdomainEvent,
}

// runAvoidAppdomainEvent looks for handlers that outlive the run: the process of the sandbox is
// shared, and each run adds one more.
func runAvoidAppdomainEvent(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		if event, ok := strings.CutPrefix(call.Member.Name, "add_"); ok && call.Is("System.AppDomain", "") {
			managed.ReportCall(p, call, "registers for the event %q of the process, which other plug-ins share; each run adds a handler that is never removed", event)
		}
	}
	return nil
}
