package step

import (
	"strings"

	"github.com/solcheck/solcheck/rules/rule"
)

var avoidImpersonation = &rule.Rule{
	ID:        "step-avoid-impersonation",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/impersonate-a-user",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidImpersonation,
}

func runAvoidImpersonation(p *rule.Pass) error {
	for _, step := range steps(p) {
		if user := step.Impersonating.Value; user != "" && !strings.EqualFold(user, "SYSTEM") {
			p.Reportf(step.Impersonating, step.Ref(), "Step %q runs as the user %q, and where the import finds no user of that name, as whoever sets it off; let it run as the calling user, or as SYSTEM", step.Name.Value, user)
		}
	}
	return nil
}
