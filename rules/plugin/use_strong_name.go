package plugin

import (
	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var useStrongName = &rule.Rule{
	ID:        "plugin-use-strong-name",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runUseStrongName,
}

func runUseStrongName(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		if a.Packed != "" || !managed.IsPlugInAssembly(a) {
			continue
		}
		switch a.Image.StrongName() {
		case clr.Unsigned:
			managed.ReportType(p, a, "", "assembly %q has no strong name, so Dataverse does not register it; sign it with a key", a.Image.Assembly.Name)
		case clr.SignedInvalid:
			managed.ReportType(p, a, "", "assembly %q was changed after it was signed; sign it again as the last step of the build", a.Image.Assembly.Name)
		default:
		}
	}
	return nil
}
