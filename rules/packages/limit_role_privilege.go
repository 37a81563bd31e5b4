package packages

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitRolePrivilege = &rule.Rule{
	ID:        "package-limit-role-privilege",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.Package,
	Rulesets:  rule.AppSource,
	Guidance:  certificationPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runLimitRolePrivilege,
}

// wideRole is from how many privileges on a role may be meant to allow everything:
// that of a system administrator has more than a thousand.
const wideRole = 300

// adminPrivileges are those by which an account can give itself any other.
func adminPrivileges() []string {
	return []string{
		"prvActOnBehalfOfAnotherUser", "prvAssignRole", "prvCreateRole", "prvImportCustomization", "prvPromoteToAdmin", "prvWriteRole",
	}
}

func runLimitRolePrivilege(p *rule.Pass) error {
	for _, role := range customizations.Of(p.Pass).Roles {
		global := 0
		for _, privilege := range role.Privileges {
			if !strings.EqualFold(privilege.Level.Value, "Global") {
				continue
			}
			global++
			if slices.Contains(adminPrivileges(), privilege.Name.Value) {
				p.Reportf(privilege.Name, role.Ref(), "Security role %q grants %q, by which its holders can become administrators; take it out, or keep it in a role of its own that no account of the app has", role.Name.Value, privilege.Name.Value)
			}
		}
		if n := len(role.Privileges); n >= wideRole && global*10 >= n*9 {
			p.Reportf(role, role.Ref(), "Security role %q grants %d privileges, %d of them in the whole organization, which is as much as an administrator has; grant what its holders need", role.Name.Value, n, global)
		}
	}
	return nil
}
