package il

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidCrm2011DeprMessage = &rule.Rule{
	ID:        "il-avoid-crm2011-depr-message",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/previous-versions/dynamics-crm2011/developers-guide/gg509038(v=crm.5)",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidCrm2011DeprMessage,
}

//go:embed deprecated_messages.txt
var deprecatedMessages string

func runAvoidCrm2011DeprMessage(p *rule.Pass) error {
	deprecated := strings.Fields(deprecatedMessages)
	for call := range managed.Calls(p) {
		if name := requested(call); slices.Contains(deprecated, name) {
			managed.ReportCall(p, call, "uses %q, which has been deprecated since Dynamics CRM 2011; use the request that replaces it", name)
		}
	}
	return nil
}
