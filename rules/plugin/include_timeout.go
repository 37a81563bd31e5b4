package plugin

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeTimeout = &rule.Rule{
	ID:        "plugin-include-timeout",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/best-practices/business-logic/set-timeout-for-external-calls-from-plug-ins",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runIncludeTimeout,
}

// runIncludeTimeout looks for HTTP clients that keep their default of 100 seconds, of the 120
// that a plug-in has.
func runIncludeTimeout(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		isRequest := strings.HasPrefix(call.Member.Name, "Create") && (call.Is("System.Net.WebRequest", "") || call.Is("System.Net.HttpWebRequest", ""))
		if (call.IsNew("System.Net.Http.HttpClient") || isRequest) && !isSetUp(call) {
			managed.ReportCall(p, call, "waits up to 100 of the 120 seconds that a plug-in has for a host that does not answer; set Timeout to a few seconds")
		}
	}
	return nil
}

// isSetUp reports whether the client's timeout is set. Where the client goes to other
// code, that of any client in the assembly is taken for it.
func isSetUp(call *assembly.Call) bool {
	if call.In.IsHidden(call.Result) {
		return slices.ContainsFunc(call.In.Assembly.Reached, func(c *assembly.Code) bool { return slices.ContainsFunc(c.Calls, setsTimeout) })
	}
	return slices.ContainsFunc(call.In.Uses(call.Result), setsTimeout)
}

func setsTimeout(call *assembly.Call) bool { return call.Member.Name == "set_Timeout" }
