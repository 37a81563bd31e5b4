package role

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
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
	Requires:  requires(),
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
	for _, t := range m.Tables {
		if isCustom(t.Name.Value) && !isNew(t) {
			continue // the solution that brings the table may have the profile
		}
		for _, c := range t.Columns {
			if c.Secured.Value && c.Custom.Value && !covered[strings.ToLower(t.Name.Value+"."+c.Name.Value)] {
				p.Reportf(c.Secured, c.Ref(), "Column %q of %q is secured and no column security profile of the solution names it, so nobody but administrators can read it; add it to a profile", c.Name.Value, t.Name.Value)
			}
		}
	}
	return nil
}
