package step

import (
	"strings"

	"github.com/solcheck/solcheck/rules/rule"
)

var removeProfiler = &rule.Rule{
	ID:        "step-remove-profiler",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/tutorial-debug-plug-in",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runRemoveProfiler,
}

// The Plug-in Profiler switches a step off while it watches it, and says so in its
// name; a step of its own takes the other's place.
const (
	profiledSuffix   = " (Profiled)"
	profilerAssembly = "PluginProfiler.Plugins"
)

func runRemoveProfiler(p *rule.Pass) error {
	for _, step := range steps(p) {
		switch {
		case strings.HasSuffix(step.Name.Value, profiledSuffix):
			p.Reportf(step.Name, step.Ref(), "Step %q was exported while the Plug-in Profiler watched it, and bears that name wherever it is installed; stop profiling, and export the solution again", step.Name.Value)
		case step.PlugInType.Assembly.Name == profilerAssembly:
			p.Reportf(step.Name, step.Ref(), "Step %q calls the Plug-in Profiler, a tool for developers; stop profiling, and export the solution again", step.Name.Value)
		}
	}
	return nil
}
