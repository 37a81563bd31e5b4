package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useAnchorLast = &rule.Rule{
	ID:        "package-use-anchor-last",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer, deployment.Analyzer},
	Run:       runUseAnchorLast,
}

func runUseAnchorLast(p *rule.Pass) error {
	m := appsource.Of(p.Pass)
	_, fact := deploymentOf(p, m)
	if fact == nil {
		return nil
	}
	last := len(fact.Solutions) - 1
	if i, ok := anchorOf(m, fact); ok && i != last {
		p.Reportf(fact.Solutions[i], component.Ref{}, "The anchor solution %s is imported before %s, and Package Deployer takes the last one for the anchor; list it last", rule.Quote(fact.Solutions[i].Value), rule.Quote(fact.Solutions[last].Value))
	}
	return nil
}
