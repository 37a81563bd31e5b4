package form

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitLibraries = &rule.Rule{
	ID:        "form-limit-libraries",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  performancePage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Limit:     &rule.Limit{Default: 5, Least: 1, Most: 1_000, Of: "script libraries of a form"},
	Run:       runLimitLibraries,
}

func runLimitLibraries(p *rule.Pass) error {
	return limit(p, librariesOf, "For %s the client downloads %d script libraries, more than %d; bundle them into one")
}

func librariesOf(form *customizations.Form) int { return len(form.Libraries) }
