package form

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitControls = &rule.Rule{
	ID:        "form-limit-controls",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  performancePage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Limit:     &rule.Limit{Default: 100, Least: 1, Most: 10_000, Of: "controls of a form"},
	Run:       runLimitControls,
}

func runLimitControls(p *rule.Pass) error {
	return limit(p, controlsOf, "On %s there are %d controls, more than %d, and data is fetched for all of them with each row that opens; move what few users need to other forms")
}

func controlsOf(form *customizations.Form) int { return len(form.Controls) }
