package form

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
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
	Run:       runLimitLibraries,
}

func runLimitLibraries(p *rule.Pass) error {
	return limit(p, maxLibraries, librariesOf, "For %s the client downloads %d script libraries, more than %d; bundle them into one")
}

func librariesOf(form *customizations.Form) (places []model.Range) {
	for _, l := range form.Libraries {
		places = append(places, l.Range)
	}
	return places
}
