package form

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLowDensity = &rule.Rule{
	ID:        "form-avoid-low-density",
	Severity:  rule.Informational,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming#low-density-headers-in-model-driven-apps-wont-be-supported-with-the-2021-release-wave-2",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidLowDensity,
}

func runAvoidLowDensity(p *rule.Pass) error {
	for form := range customizations.Of(p.Pass).Forms() {
		if strings.EqualFold(form.HeaderDensity.Value, "Low") && !form.Unmodified {
			p.Reportf(form.HeaderDensity, form.Ref(), "The header of %s has the density %q, which apps have not honoured since October 2021: they show a high density header with a flyout; choose that, and see that it is what you want",
				form.Title(), form.HeaderDensity.Value)
		}
	}
	return nil
}
