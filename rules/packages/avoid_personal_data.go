package packages

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/migration"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidPersonalData = &rule.Rule{
	ID:        "package-avoid-personal-data",
	Severity:  rule.Low,
	Category:  rule.Security,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  migrationPage,
	Kinds:     []unit.Kind{unit.Data},
	Requires:  []*analysis.Analyzer{migration.Analyzer},
	Limit:     &rule.Limit{Default: 20, Least: 0, Most: 1_000_000, Of: "addresses and numbers of people in the data"},
	Run:       runAvoidPersonalData,
}

// The default is ours: more than twenty values are hardly settings any more.
func runAvoidPersonalData(p *rule.Pass) error {
	people := migration.Of(p.Pass).Personal
	if len(people) == 0 {
		return nil
	}
	first, total := people[0], 0
	var kinds []string
	for _, h := range people {
		total += h.Count
		kinds = append(kinds, times(h.Count, h.Name))
		if h.From < first.From {
			first = h
		}
	}
	if total > p.Limit() {
		p.Reportf(first, component.Ref{}, "The data hold %s, which everybody who installs them gets; make sure that they are not those of real people, and leave such columns out of the schema if they are", strings.Join(kinds, " and "))
	}
	return nil
}
