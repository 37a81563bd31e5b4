package form

import (
	"strings"

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
	Rulesets:  0, // one package in ten has some
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidFooterControl,
}

func runAvoidFooterControl(p *rule.Pass) error {
	for form := range customizations.Of(p.Pass).Forms() {
		if first, names := inFooter(form); first != nil && !form.Unmodified {
			p.Reportf(first, form.Ref(), "The footer of %s holds %s, and apps have shown no footers since October 2021; move what users need to the header or to a section, and remove the rest", form.Title(), rule.Quoted(names))
		}
	}
	return nil
}

// inFooter returns the controls in the footer of a form that are lost with it.
// The status, which the platform's own forms have there, is not: apps show it at
// another place since then.
func inFooter(form *customizations.Form) (first *customizations.Control, names []string) {
	for _, c := range form.Controls {
		isStatus := strings.EqualFold(c.Column.Value, "statecode") || strings.EqualFold(c.Column.Value, "isdisabled")
		if c.Area != customizations.Footer || isStatus {
			continue
		}
		if first == nil {
			first = c
		}
		names = append(names, c.ID.Value)
	}
	return first, names
}
