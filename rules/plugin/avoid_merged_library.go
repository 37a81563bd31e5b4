package plugin

import (
	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidMergedLibrary = &rule.Rule{
	ID:        "plugin-avoid-merged-library",
	Severity:  rule.Low,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Recommended,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidMergedLibrary,
}

// runAvoidMergedLibrary looks for well-known libraries among an assembly's own types, and for those
// that Costura has packed.
func runAvoidMergedLibrary(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		if !managed.IsPlugInAssembly(a) || a.Packed != "" {
			continue
		}
		if names := a.Vendored(); len(names) > 0 {
			managed.ReportType(p, a, "", "assembly %q holds a merged copy of %s, which is not supported; deliver a plug-in package with the library as an assembly of its own", a.Image.Assembly.Name, rule.Quoted(names))
		}
	}
	return nil
}
