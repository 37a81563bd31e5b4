package role

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeAppendTo = &rule.Rule{
	ID:        "role-include-append-to",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  privilegesPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runIncludeAppendTo,
}

// maxPairs is the number of pairs of roles and relationships that are looked at; a
// solution with more was made to cost time.
const maxPairs = 1_000_000

func runIncludeAppendTo(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	if len(m.Roles)*len(m.Relationships) > maxPairs {
		return nil
	}
	for _, r := range m.Roles {
		told := make(map[string]bool)
		may := privilegesOf(r)
		for _, s := range m.Relationships {
			from, to := strings.ToLower(s.Referencing.Value), strings.ToLower(s.Referenced.Value)
			if told[from+"/"+to] || !isCustom(from) || !isCustom(to) || from == to || !lacksAppendTo(may, from, to) {
				continue
			}
			told[from+"/"+to] = true
			p.ReportWith(may["prvappend"+from], r.Ref(), model.At(s.Column, s), "The column", "Security role %q has Create and Append for %q, and Read but not Append To for %q, so its holders cannot fill the column %q; grant %q as well",
				r.Name.Value, s.Referencing.Value, s.Referenced.Value, s.Column.Value, "prvAppendTo"+s.Referenced.Value)
		}
	}
	return nil
}

// lacksAppendTo reports whether a role's holders may make rows of one table and
// see those of another, and are refused only when they connect the two.
func lacksAppendTo(may map[string]customizations.Privilege, from, to string) bool {
	for _, needed := range []string{"prvcreate" + from, "prvappend" + from, "prvread" + to} {
		if _, ok := may[needed]; !ok {
			return false
		}
	}
	_, ok := may["prvappendto"+to]
	return !ok
}

// isCustom reports whether a table has a publisher's prefix: standard roles, which
// nearly everybody has, cover the others.
func isCustom(table string) bool { return strings.Contains(table, "_") }
