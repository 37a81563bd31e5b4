package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/migration"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidOwnerLookup = &rule.Rule{
	ID:        "package-avoid-owner-lookup",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Package,
	Rulesets:  rule.AppSource,
	Guidance:  migrationPage,
	Kinds:     []unit.Kind{unit.Data},
	Requires:  []*analysis.Analyzer{migration.Analyzer},
	Run:       runAvoidOwnerLookup,
}

func runAvoidOwnerLookup(p *rule.Pass) error {
	owners := migration.Of(p.Pass).Owners
	if len(owners) == 0 {
		return nil
	}
	first, total := owners[0], 0
	var columns []string
	for _, o := range owners {
		total += o.Count
		columns = append(columns, o.Name)
		if o.From < first.From {
			first = o
		}
	}
	p.Reportf(first, component.Ref{}, "The data hold %s in %s: they name users, teams or business units of the environment that they come from, which no other has; leave these columns out of the schema", times(total, "lookup"), rule.Quoted(columns))
	return nil
}
