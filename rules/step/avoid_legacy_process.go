package step

import (
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLegacyProcess = &rule.Rule{
	ID:        "step-avoid-legacy-process",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  retired.LegacyProcessPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidLegacyProcess,
}

func runAvoidLegacyProcess(p *rule.Pass) error {
	for _, step := range steps(p) {
		for _, c := range step.FilteringColumns {
			if retired.IsLegacyProcess(c.Value) {
				p.Reportf(c, step.Ref(), "Step %q waits for changes of the column %q, %s", step.Name.Value, c.Value, retired.LegacyProcess)
			}
		}
	}
	return nil
}
