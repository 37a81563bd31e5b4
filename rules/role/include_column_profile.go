package role

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeColumnProfile = &rule.Rule{
	ID:        "role-include-column-profile",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/admin/field-level-security",
	Kinds:     kinds(),
	Requires:  append(requires(), solution.Analyzer),
	Run:       runIncludeColumnProfile,
}

func runIncludeColumnProfile(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	covered := make(map[string]bool)
	for _, profile := range m.FieldSecurityProfiles {
		for _, may := range profile.Permissions {
			covered[strings.ToLower(may.Table.Value+"."+may.Column.Value)] = true
		}
	}
	own := strings.ToLower(solution.Of(p.Pass).Publisher.Prefix.Value) + "_"
	for _, t := range m.Tables {
		for _, c := range t.Columns {
			if c.Secured.Value && c.Custom.Value && isBrought(t, c, own) && !covered[strings.ToLower(t.Name.Value+"."+c.Name.Value)] {
				p.Reportf(c.Secured, c.Ref(), "Column %q of %q is secured and no column security profile of the solution names it, so nobody but administrators can read it; add it to a profile", c.Name.Value, t.Name.Value)
			}
		}
	}
	return nil
}

// isBrought reports whether a column comes with the solution: with its table, to a
// table of the platform, or with the publisher's prefix to somebody else's table.
// Another solution, which brings the column or the table, may have the profile.
func isBrought(t *customizations.Table, c *customizations.Column, own string) bool {
	if !isCustom(t.Name.Value) || isNew(t) {
		return true
	}
	return strings.HasPrefix(strings.ToLower(c.Name.Value), own) && !strings.HasPrefix(strings.ToLower(t.Name.Value), own)
}
