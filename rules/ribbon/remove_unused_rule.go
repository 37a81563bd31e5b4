package ribbon

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeUnusedRule = &rule.Rule{
	ID:        "ribbon-remove-unused-rule",
	Severity:  rule.Low,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runRemoveUnusedRule,
}

func runRemoveUnusedRule(p *rule.Pass) error {
	m, own := customizations.Of(p.Pass), ownIDs(p)
	used := make(map[ruleKey]bool)
	for b := range m.Ribbons() {
		for _, c := range b.Commands {
			for key := range rulesOf(c) {
				used[key] = true
			}
		}
	}
	for b := range m.Ribbons() {
		for _, r := range b.Rules {
			if r.Kind != customizations.TabDisplayRule && own.has(r.ID.Value) && !used[keyOf(r.Kind, r.ID)] {
				p.Reportf(r.ID, b.Ref(), "No command names the rule %q, so it decides nothing; remove it", r.ID.Value)
			}
		}
	}
	return nil
}
