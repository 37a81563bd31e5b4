package il

import (
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidBatchPlugin = &rule.Rule{
	ID:        "il-avoid-batch-plugin",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/best-practices/business-logic/avoid-batch-requests-plugin",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidBatchPlugin,
}

func runAvoidBatchPlugin(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		for _, request := range []string{"ExecuteMultipleRequest", "ExecuteTransactionRequest"} {
			if call.IsNew("Microsoft.Xrm.Sdk.Messages." + request) {
				managed.ReportCall(p, call, "batches requests with %q inside a %s, where that is not faster and is cut off after two minutes; execute them one by one", request, call.In.Entry.Kind)
			}
		}
	}
	return nil
}
