package solution

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidOnPremisesExport = &rule.Rule{
	ID:        "solution-avoid-onpremises-export",
	Severity:  rule.Informational,
	Category:  rule.OnlineMigration,
	Component: rule.Configuration,
	Rulesets:  0, // it is no defect on premises
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidOnPremisesExport,
}

func runAvoidOnPremisesExport(p *rule.Pass) error {
	m := solution.Of(p.Pass)
	if strings.HasPrefix(strings.ToLower(m.Export.GeneratedBy.Value), "onprem") { // "OnPremise", and "OnPrem" in one real file
		p.Reportf(m.Export.GeneratedBy, m.Ref(), "Solution %q was exported on premises; before it moves to the cloud, look at what else is reported in the category Online migration", m.UniqueName.Value)
	}
	return nil
}
