package plugin

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidSyncWebCall = &rule.Rule{
	ID:        "plugin-avoid-sync-web-call",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{assembly.Analyzer, customizations.Analyzer},
	Run:       runAvoidSyncWebCall,
}

// runAvoidSyncWebCall looks for steps that make the user wait for another host.
func runAvoidSyncWebCall(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		for _, e := range a.Entries {
			call := webCall(e)
			if call == nil {
				continue
			}
			for _, s := range e.Steps {
				if s.Mode.Is(customizations.Synchronous) {
					p.Reportf(s, s.Ref(), "Step %q makes the user wait for another host: %q calls %q (%s); run the step asynchronously", s.Name.Value, call.In.Type()+"."+call.In.Member(), call.Member, call.In.Where(call.Offset))
				}
			}
		}
	}
	return nil
}

// webCall returns the first call of another host that runs from an entry.
func webCall(e *assembly.Entry) *assembly.Call {
	for _, c := range e.Runs {
		if c.IsVendored() {
			continue
		}
		for _, call := range c.Calls {
			if isWebCall(call) {
				return call
			}
		}
	}
	return nil
}

func isWebCall(call *assembly.Call) bool {
	name := call.Member.Name
	switch call.Member.OwnerName() {
	case "System.Net.WebRequest", "System.Net.HttpWebRequest":
		return name == "GetResponse" || name == "GetRequestStream" || name == "GetResponseAsync"
	case "System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker":
		return strings.HasSuffix(name, "Async")
	case "System.Net.WebClient":
		return strings.HasPrefix(name, "Download") || strings.HasPrefix(name, "Upload") || strings.HasPrefix(name, "Open")
	}
	return false
}
