package il

import (
	"slices"

	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidParallelPlugin = &rule.Rule{
	ID:        "il-avoid-parallel-plugin",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/best-practices/business-logic/do-not-use-parallel-execution-in-plug-ins",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidParallelPlugin,
}

// parallel lists what starts work on another thread: type, and member or empty for
// each member.
func parallel() map[string][]string {
	return map[string][]string{
		"System.Threading.Tasks.Parallel":        nil,
		"System.Threading.Tasks.Task":            {"Run", "Start", "StartNew"},
		"System.Threading.Tasks.Task`1":          {"Start"},
		"System.Threading.Tasks.TaskFactory":     {"StartNew"},
		"System.Threading.Tasks.TaskFactory`1":   {"StartNew"},
		"System.Threading.Thread":                {"Start"},
		"System.Threading.ThreadPool":            {"QueueUserWorkItem", "UnsafeQueueUserWorkItem", "RegisterWaitForSingleObject"},
		"System.Threading.Timer":                 {".ctor"},
		"System.Timers.Timer":                    {"Start"},
		"System.ComponentModel.BackgroundWorker": {"RunWorkerAsync"},
		"System.Linq.ParallelEnumerable":         {"AsParallel"},
	}
}

func runAvoidParallelPlugin(p *rule.Pass) error {
	starts := parallel()
	for call := range managed.Calls(p) {
		members, ok := starts[call.Member.OwnerName()]
		if ok && (members == nil || slices.Contains(members, call.Member.Name)) {
			managed.ReportCall(p, call, "starts parallel work with %q, which outlives the transaction and the sandbox's limits; do it in order", call.Member)
		}
	}
	return nil
}
