package process

import (
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
	known := newAssemblies(customizations.Of(p.Pass), solution.Of(p.Pass))
	for _, d := range xaml.Of(p.Pass).Definitions {
		reported := make(map[string]bool)
		for _, a := range d.Activities {
			name := a.Type.Assembly.Name
			if name == "" || reported[a.Type.Type] || d.Process.Unmodified || isPlatforms(name) || known.have(a.Type) {
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

// maxAsked is the number of classes that are looked for among the dependencies of
// a solution; real ones use some dozens.
const maxAsked = 1000

// assemblies are what a solution holds, and what its manifest says that others
// bring.
type assemblies struct {
	held     map[string]bool    // names in lower case
	required string             // the names of classes and assemblies, each with a line of its own
	asked    map[[2]string]bool // by class and assembly
}

func newAssemblies(m *customizations.Model, manifest *solution.Model) *assemblies {
	known := &assemblies{held: make(map[string]bool), asked: make(map[[2]string]bool)}
	for _, a := range m.Assemblies {
		known.held[strings.ToLower(a.FullName.Name)] = true
	}
	var b strings.Builder
	for _, d := range manifest.MissingDependencies {
		if r := &d.Required; r.Type.Is(component.PlugInType) || r.Type.Is(component.PlugInAssembly) {
			b.WriteString(r.SchemaName.Value + " " + r.DisplayName.Value + "\n")
		}
	}
	known.required = b.String()
	return known
}

// have reports whether a class is in an assembly of the solution, or one that
// another solution brings. Of more classes than maxAsked it is taken to be.
func (known *assemblies) have(t customizations.TypeName) bool {
	if known.held[strings.ToLower(t.Assembly.Name)] {
		return true
	}
	key := [2]string{t.Type, t.Assembly.Name}
	answer, ok := known.asked[key]
	if !ok {
		answer = len(known.asked) >= maxAsked || strings.Contains(known.required, t.Type) || strings.Contains(known.required, t.Assembly.Name)
		known.asked[key] = answer
	}
	return answer
}
