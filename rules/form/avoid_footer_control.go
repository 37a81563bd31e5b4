package form

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidFooterControl = &rule.Rule{
	ID:        "form-avoid-footer-control",
	Severity:  rule.Low,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  0, // one package in eight has some: the platform's own forms came with them
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidFooterControl,
}

func runAvoidFooterControl(p *rule.Pass) error {
	for form := range customizations.Of(p.Pass).Forms() {
		if c := inFooter(form); c != nil && !form.Unmodified {
			p.Reportf(c, form.Ref(), "The footer of %s has the control %q, and apps have shown no footers since October 2021; move it to the header or to a section", form.Title(), c.ID.Value)
		}
	}
	return nil
}

// inFooter returns the first control in the footer of a form, nil where there is
// none.
func inFooter(form *customizations.Form) *customizations.Control {
	for _, c := range form.Controls {
		if c.Area == customizations.Footer {
			return c
		}
	}
	return nil
}
