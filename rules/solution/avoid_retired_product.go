package solution

import (
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRetiredProduct = &rule.Rule{
	ID:        "solution-avoid-retired-product",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidRetiredProduct,
}

func runAvoidRetiredProduct(p *rule.Pass) error {
	m := solution.Of(p.Pass)
	told := make(map[*retired.Thing]bool)
	for _, d := range m.MissingDependencies {
		r := &d.Required
		if product := retired.Solution(r.SolutionName, r.SolutionVersion); product != nil && !told[product] {
			told[product] = true
			p.Reportf(r.Solution, m.Ref(), "Solution %q needs %s %q of %q, which is %s, %s; %s",
				m.UniqueName.Value, r.Ref().Type, r.Ref().Name, r.Solution.Value, product.Label, product.Fate(), product.Advice)
		}
	}
	return nil
}
