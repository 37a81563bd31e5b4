package packages

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useOnePublisher = &rule.Rule{
	ID:        "package-use-one-publisher",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Package,
	Rulesets:  rule.AppSource,
	Guidance:  appSolutionPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer, solution.Analyzer},
	Run:       runUseOnePublisher,
}

func runUseOnePublisher(p *rule.Pass) error {
	var first *solution.Manifest
	for _, s := range deployment.Of(p.Pass).Solutions {
		m := manifestOf(p, p.Pkg, s.File.Member)
		switch {
		case m == nil || m.PublisherName.Value == "" || isMicrosoft(m):
		case first == nil:
			first = m
		case !strings.EqualFold(m.PublisherName.Value, first.PublisherName.Value):
			p.Reportf(model.At(m.PublisherName, m), refOf(m), "Solution %q is of the publisher %q, and solution %q of the same package of %q; components cannot move between them later, so use one publisher",
				m.UniqueName.Value, m.PublisherName.Value, first.UniqueName.Value, first.PublisherName.Value)
		}
	}
	return nil
}
