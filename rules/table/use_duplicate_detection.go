package table

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useDuplicateDetection = &rule.Rule{
	ID:        "table-use-duplicate-detection",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/admin/enable-disable-duplicate-detection-rules",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runUseDuplicateDetection,
}

func runUseDuplicateDetection(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	tables := byName(m)
	for _, d := range m.DuplicateRules {
		for _, name := range []model.Text{d.Base, d.Matching} {
			t := tables[lower(name)]
			if off := isOff(t, customizations.DuplicateDetection); off.IsSet() && !d.Unmodified {
				p.Reportf(name, d.Ref(), "Duplicate detection rule %q is for the table %q, for which duplicate detection is switched off, and the platform takes no such rule; switch it on, or take the rule out", title(d), t.Ref().Name)
				break
			}
		}
	}
	return nil
}

// title returns what people call a duplicate detection rule: its unique name is
// made by the platform.
func title(d *customizations.DuplicateRule) string {
	if d.Label.Value != "" {
		return d.Label.Value
	}
	return d.Ref().Name
}
