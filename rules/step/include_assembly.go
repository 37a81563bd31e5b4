package step

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeAssembly = &rule.Rule{
	ID:        "step-include-assembly",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.AppSource, // no real package had one, so how often it is right is not measured
	Kinds:     kinds(),
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeAssembly,
}

func runIncludeAssembly(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	manifest := solution.Of(p.Pass)
	if m.HasPlugInPackages || len(m.Problems) > 0 || !manifest.IsSet() || len(manifest.Problems) > 0 {
		return nil // the assembly may be in there
	}
	here := assembliesHere(m, manifest)
	for _, step := range steps(p) {
		name := strings.ToLower(step.PlugInType.Assembly.Name)
		if name == "" || isOfPlatform(name) || isProfiler(step) || here[name] || here[strings.ToLower(step.PlugInType.Type)] || here[step.ID.Value] || here[step.PlugInTypeID.Value] {
			continue
		}
		here[name] = true // once is enough
		p.Reportf(model.At(step.PlugInType, step), step.Ref(), "Step %q calls the type %q of the assembly %q, which is not in the solution, nor does the manifest name it as a missing dependency; add the assembly",
			step.Name.Value, step.PlugInType.Type, step.PlugInType.Assembly.Name)
	}
	return nil
}

// isOfPlatform reports whether an assembly is there in every environment.
func isOfPlatform(assembly string) bool { return strings.HasPrefix(assembly, "microsoft.") }

// assembliesHere returns what is there when the solution is, in lower case: the
// names of its own assemblies and of those that it needs, and the names and
// identifiers of plug-in types that it needs and of steps that need one.
func assembliesHere(m *customizations.Model, manifest *solution.Model) map[string]bool {
	here := make(map[string]bool)
	for _, a := range m.Assemblies {
		here[strings.ToLower(a.FullName.Name)] = true
	}
	for _, d := range manifest.MissingDependencies {
		if t := d.Required.Type.Value; t != component.PlugInType && t != component.PlugInAssembly {
			continue
		}
		name, _, _ := strings.Cut(d.Required.Ref().Name, ",")
		for _, known := range []string{name, d.Required.ID.Value, d.Dependent.ID.Value} {
			here[strings.ToLower(strings.TrimSpace(known))] = true
		}
	}
	delete(here, "")
	return here
}
