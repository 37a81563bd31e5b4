// Package role judges who may do what: security roles and column security
// profiles.
package role

import (
	"embed"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	includeAppendTo,
	includeColumnProfile,
	includeTable,
	limitPrivileges,
)

// kinds are the units that hold roles.
func kinds() []unit.Kind { return []unit.Kind{unit.Solution} }

func requires() []*analysis.Analyzer { return []*analysis.Analyzer{customizations.Analyzer} }

// privilegesOf returns what a role allows by the privileges' names in lower case.
func privilegesOf(r *customizations.Role) map[string]customizations.Privilege {
	all := make(map[string]customizations.Privilege, len(r.Privileges))
	for _, p := range r.Privileges {
		all[strings.ToLower(p.Name.Value)] = p
	}
	return all
}

// privilegesPage is Microsoft's page on what roles allow.
const privilegesPage = "https://learn.microsoft.com/power-platform/admin/security-roles-privileges"
