package ribbon

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeRule = &rule.Rule{
	ID:        "ribbon-include-rule",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeRule,
}

func runIncludeRule(p *rule.Pass) error {
	m, own := customizations.Of(p.Pass), ownIDs(p)
	defined := make(map[ruleKey]bool)
	for b := range m.Ribbons() {
		for _, r := range b.Rules {
			defined[keyOf(r.Kind, r.ID)] = true
		}
	}
	for b := range m.Ribbons() {
		for _, c := range b.Commands {
			for key, leaf := range rulesOf(c) {
				if own.has(leaf.Value) && !defined[key] {
					p.Reportf(leaf, b.Ref(), "Command %q names the rule %q, which the solution does not define, so it is never enabled; define the rule, or take it off the command", c.ID.Value, leaf.Value)
				}
			}
		}
	}
	return nil
}
