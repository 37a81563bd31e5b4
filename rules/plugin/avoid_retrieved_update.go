package plugin

import (
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRetrievedUpdate = &rule.Rule{
	ID:        "plugin-avoid-retrieved-update",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidRetrievedUpdate,
}

// runAvoidRetrievedUpdate looks for rows that are updated as they were retrieved.
func runAvoidRetrievedUpdate(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		if !call.Is(organizationService, "Update") {
			continue
		}
		switch all, columns := call.In.Unchanged(call.Last()); {
		case all:
			managed.ReportCall(p, call, "updates a row with all columns that it was retrieved with, changed or not, which starts every step and workflow that waits for one of them; update a new Entity with the changed columns")
		case len(columns) > 0:
			managed.ReportCall(p, call, "updates %s, which it retrieved and does not change; update a new Entity with the changed columns", rule.Quoted(columns))
		}
	}
	return nil
}
