package plugin

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidInternalReference = &rule.Rule{
	ID:        "plugin-avoid-internal-reference",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidInternalReference,
}

// runAvoidInternalReference looks at the assemblies that a plug-in assembly refers to: those of
// the server itself, and those of SDKs that are no longer supported.
func runAvoidInternalReference(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		if !managed.IsPlugInAssembly(a) {
			continue
		}
		for _, ref := range a.Image.References {
			switch {
			case isInternal(ref.Name):
				managed.ReportType(p, a, "", "assembly %q refers to %q, which belongs to the server and is not for plug-ins; use the types of Microsoft.Xrm.Sdk", a.Image.Assembly.Name, ref.Name)
			case isRetired(ref.Name):
				managed.ReportType(p, a, "", "assembly %q refers to %q of an SDK that is no longer supported; use the types of Microsoft.Xrm.Sdk", a.Image.Assembly.Name, ref.Name)
			}
		}
	}
	return nil
}

// isInternal reports whether an assembly is one of the server's.
func isInternal(name string) bool {
	return name == "Microsoft.Crm" ||
		strings.HasPrefix(name, "Microsoft.Crm.") && !strings.HasPrefix(name, "Microsoft.Crm.Sdk") && !isRetired(name)
}

// isRetired reports whether an assembly is one of the SDKs for Dynamics CRM 4.0 to
// 2015 that have no successor of that name.
func isRetired(name string) bool {
	return slices.Contains([]string{
		"Microsoft.Crm.Sdk", "Microsoft.Crm.SdkTypeProxy", "Microsoft.Crm.SdkTypeProxy.XmlSerializers",
		"Microsoft.Xrm.Client", "Microsoft.Xrm.Portal", "Microsoft.Xrm.Portal.Files",
	}, name)
}
