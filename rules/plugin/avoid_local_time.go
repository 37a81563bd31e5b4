package plugin

import (
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLocalTime = &rule.Rule{
	ID:        "plugin-avoid-local-time",
	Severity:  rule.Low,
	Category:  rule.Usage,
	Component: rule.ManagedCode,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidLocalTime,
}

// runAvoidLocalTime looks for the clock of the server: it shows UTC online, and the time of the
// data centre's zone on premises. What only goes into the trace matters to nobody.
func runAvoidLocalTime(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		local := call.Is("System.DateTime", "get_Now") || call.Is("System.DateTime", "get_Today") || call.Is("System.TimeZoneInfo", "get_Local")
		if local && !call.In.IsTraced(call.Result) {
			managed.ReportCall(p, call, "takes %q from the server, whose time zone is not the user's; use DateTime.UtcNow, and convert by the user's settings", call.Member)
		}
	}
	return nil
}
