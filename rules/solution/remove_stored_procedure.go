package solution

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeStoredProcedure = &rule.Rule{
	ID:        "solution-remove-stored-procedure",
	Severity:  rule.High,
	Category:  rule.OnlineMigration,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/supported-customizations",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runRemoveStoredProcedure,
}

func runRemoveStoredProcedure(p *rule.Pass) error {
	if isOfMicrosoft(&solution.Of(p.Pass).Publisher) {
		return nil
	}
	for _, c := range customizations.Of(p.Pass).Retired {
		if c.Element == "procedure" {
			p.Reportf(c, solution.Of(p.Pass).Ref(), "The solution holds the stored procedure %q, and Dataverse runs SQL of nobody but Microsoft; write it as a plug-in, or as a query in FetchXML", c.Name.Value)
		}
	}
	return nil
}

// isOfMicrosoft reports whether a publisher is Microsoft, by the prefixes that it
// keeps for itself.
func isOfMicrosoft(publisher *solution.Publisher) bool {
	prefix := strings.ToLower(publisher.Prefix.Value)
	return strings.HasPrefix(prefix, "msdyn") || strings.HasPrefix(prefix, "mscrm")
}
