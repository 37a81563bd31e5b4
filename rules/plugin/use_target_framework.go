package plugin

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var useTargetFramework = &rule.Rule{
	ID:        "plugin-use-target-framework",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runUseTargetFramework,
}

// runUseTargetFramework looks at what the assembly says that it was compiled for. Earlier versions
// of .NET Framework run as 4.6.2 does.
func runUseTargetFramework(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		framework := a.Image.TargetFramework()
		if managed.IsPlugInAssembly(a) && !isSupported(framework) {
			managed.ReportType(p, a, "", "assembly %q is compiled for %q, and plug-ins run on .NET Framework 4.6.2; compile it for that", a.Image.Assembly.Name, framework)
		}
	}
	return nil
}

func isSupported(framework string) bool {
	version, ok := strings.CutPrefix(framework, ".NETFramework,Version=v")
	return framework == "" || ok && (version == "4.6.2" || version < "4.6.2")
}
