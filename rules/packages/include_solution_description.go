package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeSolutionDescription = &rule.Rule{
	ID:        "package-include-solution-description",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Package,
	Rulesets:  rule.AppSource,
	Guidance:  appSolutionPage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer, deployment.Analyzer, solution.Analyzer},
	Run:       runIncludeSolutionDescription,
}

func runIncludeSolutionDescription(p *rule.Pass) error {
	m := appsource.Of(p.Pass)
	anchor := anchorManifest(p, m)
	if anchor == nil {
		return nil
	}
	if !says(anchor.Descriptions, "") {
		p.Reportf(model.At(anchor.UniqueName, anchor), refOf(anchor), "The anchor solution %q has no description, which is what customers read of the app; write one", anchor.UniqueName.Value)
	}
	if !says(anchor.Names, anchor.UniqueName.Value) {
		p.Reportf(model.At(anchor.UniqueName, anchor), refOf(anchor), "The anchor solution %q has no display name but its unique name, and customers see it; give it one", anchor.UniqueName.Value)
	}
	return nil
}

// says reports whether there is a text that is not empty and not another one.
func says(texts []model.Localized, but string) bool {
	for _, t := range texts {
		if t.Value != "" && t.Value != but {
			return true
		}
	}
	return false
}
