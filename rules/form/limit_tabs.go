package form

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitTabs = &rule.Rule{
	ID:        "form-limit-tabs",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  0,
	Guidance:  performancePage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Limit:     &rule.Limit{Default: 8, Least: 1, Most: 1_000, Of: "tabs of a form"},
	Run:       runLimitTabs,
}

func runLimitTabs(p *rule.Pass) error {
	return limit(p, tabsOf, "On %s there are %d tabs, more than %d, of which the last ones hide in a menu; split the form, or join tabs")
}

func tabsOf(form *customizations.Form) int { return len(form.Tabs) }
