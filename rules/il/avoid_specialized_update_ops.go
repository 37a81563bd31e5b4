package il

import (
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidSpecializedUpdateOps = &rule.Rule{
	ID:        "il-avoid-specialized-update-ops",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/previous-versions/dynamicscrm-2016/developers-guide/dn932124(v=crm.8)",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidSpecializedUpdateOps,
}

// updates are the requests of Microsoft.Crm.Sdk.Messages that an Update replaces,
// with the columns that it sets.
func updates() map[string]string {
	return map[string]string{
		"AssignRequest":                "ownerid",
		"SetBusinessEquipmentRequest":  "businessunitid of the equipment",
		"SetBusinessSystemUserRequest": "businessunitid of the user",
		"SetParentBusinessUnitRequest": "parentbusinessunitid of the business unit",
		"SetParentSystemUserRequest":   "parentsystemuserid of the user",
		"SetParentTeamRequest":         "businessunitid of the team",
		"SetStateRequest":              "statecode and statuscode",
	}
}

func runAvoidSpecializedUpdateOps(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		name := requested(call)
		if columns := updates()[name]; columns != "" {
			managed.ReportCall(p, call, "uses the deprecated %q; set %s by an Update", name, columns)
		}
	}
	return nil
}
