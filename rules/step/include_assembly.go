package step

import (
	"slices"
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
	told := make(map[string]bool)
	for _, step := range steps(p) {
		name := step.PlugInType.Assembly.Name
		if name == "" || told[name] || isOfPlatform(name) || isIncluded(m, name) || isRequired(manifest, step) {
			continue
		}
		told[name] = true
		p.Reportf(model.At(step.PlugInType, step), step.Ref(), "Step %q calls the type %q of the assembly %q, which is not in the solution, nor does the manifest name it as a missing dependency; add the assembly", step.Name.Value, step.PlugInType.Type, name)
	}
	return nil
}

func isIncluded(m *customizations.Model, assembly string) bool {
	return slices.ContainsFunc(m.Assemblies, func(a *customizations.Assembly) bool { return strings.EqualFold(a.FullName.Name, assembly) })
}

// isOfPlatform reports whether an assembly is there in every environment.
func isOfPlatform(assembly string) bool { return strings.HasPrefix(assembly, "Microsoft.") }

// isRequired reports whether the manifest tells that a plug-in type or assembly of
// another solution is needed by the step, or by that name.
func isRequired(manifest *solution.Model, step *customizations.Step) bool {
	return slices.ContainsFunc(manifest.MissingDependencies, func(d *solution.MissingDependency) bool {
		if t := d.Required.Type.Value; t != component.PlugInType && t != component.PlugInAssembly {
			return false
		}
		return d.Dependent.ID.Value == step.ID.Value || d.Required.ID.Value == step.PlugInTypeID.Value && step.PlugInTypeID.Value != "" ||
			strings.Contains(strings.ToLower(d.Required.Ref().Name), strings.ToLower(step.PlugInType.Assembly.Name))
	})
}
