package packages

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeLocaleName = &rule.Rule{
	ID:        "package-include-locale-name",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer, deployment.Analyzer, solution.Analyzer},
	Run:       runIncludeLocaleName,
}

func runIncludeLocaleName(p *rule.Pass) error {
	m := appsource.Of(p.Pass)
	anchor := anchorManifest(p, m)
	if anchor == nil || len(anchor.Languages) == 0 {
		return nil
	}
	for _, l := range m.Locales {
		if l.Code.Value > 0 && !slices.Contains(anchor.Languages, l.Code.Value) {
			p.Reportf(l.CodeText, component.Ref{}, "The package is offered in locale %d, and the anchor solution %q has no name in that language; add one to the solution, or take the locale out", l.Code.Value, anchor.UniqueName.Value)
		}
	}
	return nil
}
