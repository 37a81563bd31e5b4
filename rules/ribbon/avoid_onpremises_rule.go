package ribbon

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidOnpremisesRule = &rule.Rule{
	ID:        "ribbon-avoid-onpremises-rule",
	Severity:  rule.Medium,
	Category:  rule.OnlineMigration,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidOnpremisesRule,
}

func runAvoidOnpremisesRule(p *rule.Pass) error {
	for b := range customizations.Of(p.Pass).Ribbons() {
		for _, r := range b.Rules {
			for _, c := range r.Conditions {
				if c.Kind == "SkuRule" && isOnPremises(c.Sku.Value) && !c.Invert.Value && !isPlatforms(r.ID.Value) {
					p.Reportf(c.Sku, b.Ref(), "Rule %q is true on premises alone, so online its commands are never there; take the condition out, or remove the commands", r.ID.Value)
				}
			}
		}
	}
	return nil
}

// isOnPremises reports whether a value of Sku means installations of one's own or
// of a hosting partner.
func isOnPremises(sku string) bool {
	return strings.EqualFold(sku, "OnPremise") || strings.EqualFold(sku, "Spla")
}
