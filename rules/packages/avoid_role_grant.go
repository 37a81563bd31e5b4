package packages

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/migration"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRoleGrant = &rule.Rule{
	ID:        "package-avoid-role-grant",
	Severity:  rule.High,
	Category:  rule.Security,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  certificationPage,
	Kinds:     []unit.Kind{unit.Data},
	Requires:  []*analysis.Analyzer{migration.Analyzer},
	Run:       runAvoidRoleGrant,
}

func runAvoidRoleGrant(p *rule.Pass) error {
	for _, g := range migration.Of(p.Pass).Grants {
		if g.Named && isPowerful(g.Role) {
			p.Reportf(g, component.Ref{}, "The import gives the role %q to a %s, and certification refuses accounts with that much; give a role that allows no more than is needed", g.Role, accountWord(g.To))
		}
	}
	return nil
}

// isPowerful reports whether a role is one of those that the certification
// checklist rules out for accounts of an app.
func isPowerful(role string) bool {
	return slices.ContainsFunc([]string{"System Administrator", "System Customizer", "Environment Maker", "Environment Admin"}, func(name string) bool {
		return strings.EqualFold(name, role)
	})
}

func accountWord(table string) string {
	if table == "team" {
		return "team"
	}
	return "user"
}
