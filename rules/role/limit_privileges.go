package role

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitPrivileges = &rule.Rule{
	ID:        "role-limit-privileges",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runLimitPrivileges,
}

//go:embed privileges.tsv
var privilegesTSV string

// administrative are privileges in lower case with what they let their holder do.
var administrative = sync.OnceValue(func() map[string]string {
	table := make(map[string]string)
	for line := range strings.Lines(privilegesTSV) {
		if name, what, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			table[strings.ToLower(name)] = what
		}
	}
	return table
})

func runLimitPrivileges(p *rule.Pass) error {
	for _, r := range customizations.Of(p.Pass).Roles {
		var first customizations.Privilege
		var names, deeds []string
		for _, privilege := range r.Privileges {
			what := administrative()[strings.ToLower(privilege.Name.Value)]
			if what == "" || !strings.EqualFold(privilege.Level.Value, "Global") || slices.Contains(names, privilege.Name.Value) || len(names) == len(administrative()) {
				continue
			}
			if len(names) == 0 {
				first = privilege
			}
			names = append(names, privilege.Name.Value)
			if !slices.Contains(deeds, what) {
				deeds = append(deeds, what)
			}
		}
		if len(names) > 0 {
			p.Reportf(first, r.Ref(), "Security role %q lets its holders %s in the whole organization, by %q; take that out, or keep it in a role of its own for administrators", r.Name.Value, strings.Join(deeds, ", "), strings.Join(names, ", "))
		}
	}
	return nil
}
