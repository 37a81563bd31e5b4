package il

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var turnOffKeepalive = &rule.Rule{
	ID:        "il-turn-off-keepalive",
	Severity:  rule.High,
	Category:  rule.Performance,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/best-practices/business-logic/set-keepalive-false-interacting-external-hosts-plugin",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runTurnOffKeepalive,
}

// runTurnOffKeepalive looks at what makes HTTP connections: WebRequest, WebClient, and the
// channels of WCF.
func runTurnOffKeepalive(p *rule.Pass) error {
	off := make(map[*assembly.Assembly]bool)
	for call := range managed.Calls(p) {
		if call.Member.Name == "set_KeepAliveEnabled" && call.Last().IsFalse() {
			off[call.In.Assembly] = true
		}
	}
	for call := range managed.Calls(p) {
		switch owner := call.Member.OwnerName(); {
		case owner == "System.Net.WebRequest" && strings.HasPrefix(call.Member.Name, "Create"),
			owner == "System.Net.HttpWebRequest" && strings.HasPrefix(call.Member.Name, "Create"):
			if !isTurnedOff(call) {
				managed.ReportCall(p, call, "keeps the connection of an HttpWebRequest open after the plug-in; set KeepAlive to false")
			}
		case call.IsNew("System.Net.WebClient"):
			managed.ReportCall(p, call, "uses WebClient, which keeps its connection open after the plug-in; use an HttpWebRequest with KeepAlive set to false, or a subclass that sets it in GetWebRequest")
		case call.Op == clr.OpNewobj && isChannel(call) && !off[call.In.Assembly]:
			managed.ReportCall(p, call, "opens a WCF channel with %q, which keeps its connection open after the plug-in; use a CustomBinding whose transport has KeepAliveEnabled set to false", call.Member.Owner)
		}
	}
	return nil
}

// isTurnedOff reports whether KeepAlive is set to false on the request. Where the
// request goes to other code, any request of the assembly counts.
func isTurnedOff(call *assembly.Call) bool {
	if call.In.IsHidden(call.Result) {
		return slices.ContainsFunc(call.In.Assembly.Reached, func(c *assembly.Code) bool { return slices.ContainsFunc(c.Calls, turnsOff) })
	}
	return slices.ContainsFunc(call.In.Uses(call.Result), turnsOff)
}

func turnsOff(call *assembly.Call) bool {
	return call.Member.Name == "set_KeepAlive" && call.Last().IsFalse()
}

// isChannel reports whether the created object is a WCF client or factory.
func isChannel(call *assembly.Call) bool {
	owner := call.Member.OwnerName()
	return owner == "System.ServiceModel.ChannelFactory`1" || call.In.Assembly.IsA(owner, "System.ServiceModel.ClientBase`1")
}
