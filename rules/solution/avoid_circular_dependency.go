package solution

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidCircularDependency = &rule.Rule{
	ID:        "solution-avoid-circular-dependency",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Kinds:     sets(),
	Requires:  []*analysis.Analyzer{solution.Analyzer},
	Run:       runAvoidCircularDependency,
}

func runAvoidCircularDependency(p *rule.Pass) error {
	g := groupOf(p)
	for _, a := range g.members {
		asked := make(map[*solution.Manifest]bool)
		for _, d := range a.MissingDependencies {
			b := g.named(d.SolutionName)
			if d.Active || b == nil || b == a || asked[b] || strings.ToLower(a.UniqueName.Value) > strings.ToLower(b.UniqueName.Value) || g.areInOnePart(a, b) {
				continue
			}
			asked[b] = true
			if back := needs(b, a); back != nil {
				p.ReportWith(d, component.Ref{Type: component.Solution, Name: a.UniqueName.Value}, back, "The dependency back",
					"Solution %q needs %s %q of %q, and %q needs %s %q of %q, so neither can be imported first; move what both need into one of them, or into a third",
					a.UniqueName.Value, d.Required.Type, d.Required.Name, b.UniqueName.Value, b.UniqueName.Value, back.Required.Type, back.Required.Name, a.UniqueName.Value)
				break
			}
		}
	}
	return nil
}

// needs returns the first dependency of one solution on another, nil for none.
func needs(from, to *solution.Manifest) *solution.Missing {
	for i := range from.MissingDependencies {
		d := &from.MissingDependencies[i]
		if !d.Active && strings.EqualFold(d.SolutionName, to.UniqueName.Value) {
			return d
		}
	}
	return nil
}
