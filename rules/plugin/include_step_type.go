package plugin

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeStepType = &rule.Rule{
	ID:        "plugin-include-step-type",
	Severity:  rule.Critical,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{assembly.Analyzer, customizations.Analyzer},
	Run:       runIncludeStepType,
}

func runIncludeStepType(p *rule.Pass) error {
	for _, step := range customizations.Of(p.Pass).Steps {
		a := assemblyOf(p, step)
		if a == nil {
			continue
		}
		at := model.At(step.PlugInType, step)
		switch t := a.Image.Type(step.PlugInType.Type); {
		case t == nil:
			p.Reportf(at, step.Ref(), "Step %q calls the type %q, and the assembly %q has none of that name; register the step for a type that exists", step.Name.Value, step.PlugInType.Type, a.Image.Assembly.Name)
		case !a.IsPlugIn(t) && isWhole(a, t):
			p.Reportf(at, step.Ref(), "Step %q calls the type %q, which does not implement IPlugin; implement it, or register another type", step.Name.Value, t)
		}
	}
	return nil
}

// assemblyOf returns the assembly of the unit that a step's type is in, nil where
// the solution does not hold it.
func assemblyOf(p *rule.Pass, step *customizations.Step) *assembly.Assembly {
	if step.PlugInType.Type == "" || step.ExpressionUniqueName.Value != "" {
		return nil
	}
	for _, a := range assembly.Of(p.Pass).Assemblies {
		if strings.EqualFold(a.Image.Assembly.Name, step.PlugInType.Assembly.Name) {
			return a
		}
	}
	return nil
}

// isWhole reports whether all that t derives from is known: types of the assembly
// down to System.Object.
func isWhole(a *assembly.Assembly, t *clr.Type) bool {
	for range 64 {
		if t.Base == nil || t.Base.Is("System.Object") {
			return len(t.Interfaces) == 0
		}
		if t = a.Image.DefinedBy(t.Base); t == nil {
			return false
		}
	}
	return false
}
