package plugin

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var useTracing = &rule.Rule{
	ID:        "plugin-use-tracing",
	Severity:  rule.Low,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runUseTracing,
}

// runUseTracing looks for assemblies of plug-ins that do not name a member of the tracing
// service or of a logger.
func runUseTracing(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		merged := a.Image.Type(tracingService) != nil // calls of its own copy are no references
		if managed.IsPlugInAssembly(a) && !merged && !slices.ContainsFunc(a.Image.Referred(), traces) {
			managed.ReportType(p, a, "", "assembly %q never writes to the ITracingService, so that a failure leaves no trace; write what it does and with what", a.Image.Assembly.Name)
		}
	}
	return nil
}

const tracingService = "Microsoft.Xrm.Sdk.ITracingService"

func traces(m *clr.Member) bool {
	return m.Is(tracingService, "Trace") || strings.HasPrefix(m.OwnerName(), "Microsoft.Xrm.Sdk.PluginTelemetry.")
}
