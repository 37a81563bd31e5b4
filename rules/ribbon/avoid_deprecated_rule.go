package ribbon

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidDeprecatedRule = &rule.Rule{
	ID:        "ribbon-avoid-deprecated-rule",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidDeprecatedRule,
}

func runAvoidDeprecatedRule(p *rule.Pass) error {
	for b := range customizations.Of(p.Pass).Ribbons() {
		for _, r := range b.Rules {
			for _, c := range r.Conditions {
				if why := deprecation(c); why != "" && !isPlatforms(r.ID.Value) {
					p.Reportf(c, b.Ref(), "Rule %q holds %q, which %s; remove it", r.ID.Value, c.Kind, why)
				}
			}
		}
		for _, c := range b.Commands {
			if c.Outlook.IsSet() && !isPlatforms(c.ID.Value) {
				p.Reportf(c.Outlook, b.Ref(), "Command %q holds %q, which %s; remove it", c.ID.Value, "OutlookCommand", outlook)
			}
		}
	}
	return nil
}

const outlook = "asks about the classic add-in for Outlook, which was taken away in October 2020"

// deprecation says what became of the client that a condition asks about. It is
// empty for one that still means something.
func deprecation(c *customizations.RibbonCondition) string {
	switch c.Kind {
	case "CrmOutlookClientTypeRule", "CrmOutlookClientVersionRule", "OutlookItemTrackingRule", "OutlookVersionRule", "OutlookRenderTypeRule", "CrmOfflineAccessStateRule":
		return outlook
	case "CommandClientTypeRule":
		if strings.EqualFold(c.Type.Value, "Legacy") {
			return "asks for the classic ribbon, and no client shows that any more"
		}
	}
	return ""
}
