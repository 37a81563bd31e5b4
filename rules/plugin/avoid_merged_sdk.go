package plugin

import (
	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidMergedSdk = &rule.Rule{
	ID:        "plugin-avoid-merged-sdk",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidMergedSdk,
}

// runAvoidMergedSdk looks for the SDK among an assembly's own types: a plug-in that implements
// another IPlugin than the platform's is not called.
func runAvoidMergedSdk(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		for _, name := range []string{"Microsoft.Xrm.Sdk.IPlugin", "Microsoft.Xrm.Sdk.Entity"} {
			if managed.IsPlugInAssembly(a) && a.Image.Type(name) != nil {
				managed.ReportType(p, a, name, "assembly %q holds a copy of %q; leave the assemblies of the SDK out of the merge", a.Image.Assembly.Name, name)
				break
			}
		}
	}
	return nil
}
