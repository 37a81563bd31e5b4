package plugin

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/xaml"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeActivityArgument = &rule.Rule{
	ID:        "plugin-include-activity-argument",
	Severity:  rule.Critical,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{assembly.Analyzer, xaml.Analyzer},
	Run:       runIncludeActivityArgument,
}

// runIncludeActivityArgument compares what processes pass to the workflow activities of the solution
// with the arguments that those have.
func runIncludeActivityArgument(p *rule.Pass) error {
	for _, d := range xaml.Of(p.Pass).Definitions {
		for _, activity := range d.Activities {
			if a := holder(p, activity.Type.Assembly.Name); a != nil {
				reportArguments(p, a, d, activity)
			}
		}
	}
	return nil
}

// holder returns the assembly of that name that is in the unit, nil for none.
func holder(p *rule.Pass, name string) *assembly.Assembly {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		if name != "" && strings.EqualFold(a.Image.Assembly.Name, name) {
			return a
		}
	}
	return nil
}

func reportArguments(p *rule.Pass, a *assembly.Assembly, d *xaml.Definition, activity *xaml.Activity) {
	t := a.Image.Type(activity.Type.Type)
	if t == nil {
		p.Reportf(activity, d.Process.Ref(), "Process %q runs the workflow activity %q, and the assembly %q has no class of that name; restore it, or take the step out of the process", d.Process.Name.Value, activity.Type.Type, a.Image.Assembly.Name)
		return
	}
	names, whole := arguments(a, t)
	known := rule.Quoted(names)
	if known == "" {
		known = "none"
	}
	for _, argument := range activity.Arguments {
		if whole && !slices.Contains(names, argument.Key) {
			p.Reportf(model.At(argument, activity), d.Process.Ref(), "Process %q passes the argument %q to the workflow activity %q, whose arguments are %s; restore it, or set the step's properties anew", d.Process.Name.Value, argument.Key, t, known)
		}
	}
}

// arguments returns the names of the properties of an activity and of those that it
// derives from. They are not whole where a base is another assembly's own.
func arguments(a *assembly.Assembly, t *clr.Type) (names []string, whole bool) {
	for range 64 {
		for _, property := range t.Properties {
			names = append(names, property.Name)
		}
		base := a.Image.DefinedBy(t.Base)
		if base == nil {
			return names, t.Base.Is("System.Activities.CodeActivity")
		}
		t = base
	}
	return nil, false
}
