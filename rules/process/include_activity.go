package process

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/xaml"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeActivity = &rule.Rule{
	ID:        "process-include-activity",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer, source.Analyzer, xaml.Analyzer},
	Run:       runIncludeActivity,
}

func runIncludeActivity(p *rule.Pass) error {
	if len(source.Of(p.Pass).Under("pluginpackages/")) > 0 {
		return nil // the assemblies of a plug-in package are not listed
	}
	m, manifest := customizations.Of(p.Pass), solution.Of(p.Pass)
	for _, d := range xaml.Of(p.Pass).Definitions {
		reported := make(map[string]bool)
		for _, a := range d.Activities {
			name := a.Type.Assembly.Name
			if name == "" || isPlatforms(name) || holds(m, name) || requires(manifest, a.Type) || reported[a.Type.Type] || d.Process.Unmodified {
				continue
			}
			reported[a.Type.Type] = true
			p.Reportf(a.Type, d.Process.Ref(), "Process %q calls the activity %q of assembly %q, which is neither in the solution nor among its missing dependencies; add the assembly to the solution", d.Process.Ref().Name, a.Type.Type, name)
		}
	}
	return nil
}

// isPlatforms reports whether an assembly comes with the platform.
func isPlatforms(assembly string) bool {
	for _, prefix := range []string{"microsoft.crm.", "microsoft.xrm.", "microsoft.dynamics.", "system", "mscorlib"} {
		if strings.HasPrefix(strings.ToLower(assembly), prefix) {
			return true
		}
	}
	return false
}

func holds(m *customizations.Model, assembly string) bool {
	return slices.ContainsFunc(m.Assemblies, func(a *customizations.Assembly) bool { return strings.EqualFold(a.FullName.Name, assembly) })
}

// requires reports whether the manifest says that another solution brings a class
// or its assembly.
func requires(manifest *solution.Model, t customizations.TypeName) bool {
	return slices.ContainsFunc(manifest.MissingDependencies, func(d *solution.MissingDependency) bool {
		if r := &d.Required; r.Type.Is(component.PlugInType) || r.Type.Is(component.PlugInAssembly) {
			name := r.SchemaName.Value + " " + r.DisplayName.Value
			return strings.Contains(name, t.Type) || strings.Contains(name, t.Assembly.Name)
		}
		return false
	})
}
