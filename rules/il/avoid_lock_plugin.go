package il

import (
	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLockPlugin = &rule.Rule{
	ID:        "il-avoid-lock-plugin",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/best-practices/",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidLockPlugin,
}

func runAvoidLockPlugin(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		if !call.Is("System.Threading.Monitor", "Enter") && !call.Is("System.Threading.Monitor", "TryEnter") {
			continue
		}
		if v := call.Arg(0); v.Kind == assembly.Loaded && len(v.Args) == 0 {
			managed.ReportCall(p, call, "locks the static field %q, so that plug-ins wait for each other; keep no state that needs a lock", v.Member.Name)
		}
	}
	for c := range managed.Codes(p) {
		if m := c.Method; m.IsStatic() && m.ImplFlags&clr.ImplSynchronized != 0 {
			managed.Reportf(p, c, 0, "[MethodImpl(MethodImplOptions.Synchronized)]", "is static and synchronized, so that plug-ins wait for each other; keep no state that needs a lock")
		}
	}
	return nil
}
