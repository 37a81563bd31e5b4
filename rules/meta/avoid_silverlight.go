package meta

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidSilverlight = &rule.Rule{
	ID:        "meta-avoid-silverlight",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/dynamics365/get-started/whats-new/customer-engagement/important-changes-coming#BKMK_Silverlight",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidSilverlight,
}

func runAvoidSilverlight(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	for _, w := range m.WebResources {
		if w.Kind.Value == customizations.XAP || isXAP(w.Name.Value) {
			p.Reportf(placed(w.Kind.Range, w.Range), w.Ref(), "Web resource %q is a Silverlight application, which no browser runs any more; replace it by HTML or a code component", w.Name.Value)
		}
	}
	for form := range m.Forms() {
		for _, c := range form.Controls {
			for _, leaf := range []model.Text{c.URL, c.WebResource} {
				if isXAP(leaf.Value) {
					p.Reportf(leaf, form.Ref(), "Control %q of form %q shows the Silverlight application %q, which no browser runs any more; remove or replace it", c.ID.Value, form.Name.Value, leaf.Value)
				}
			}
		}
	}
	return nil
}

func isXAP(name string) bool { return strings.HasSuffix(strings.ToLower(name), ".xap") }
