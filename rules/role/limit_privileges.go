package role

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitPrivileges = &rule.Rule{
	ID:        "role-limit-privileges",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  privilegesPage,
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
		if found := administrativeIn(r); len(found) > 0 {
			reportPrivileges(p, r, found)
		}
	}
	return nil
}

// administrativeIn returns what a role allows in the whole organization that only
// administrators should be allowed, each privilege once.
func administrativeIn(r *customizations.Role) (found []customizations.Privilege) {
	seen := make(map[string]bool)
	for _, privilege := range r.Privileges {
		name := strings.ToLower(privilege.Name.Value)
		if administrative()[name] != "" && strings.EqualFold(privilege.Level.Value, "Global") && !seen[name] {
			seen[name] = true
			found = append(found, privilege)
		}
	}
	return found
}

// reportPrivileges reports a role at the first of some privileges, with the others
// beside it.
func reportPrivileges(p *rule.Pass, r *customizations.Role, found []customizations.Privilege) {
	var names, deeds []string
	d := rule.Diagnostic{Of: r.Ref()}
	d.Pos, d.End = found[0].Pos(), found[0].End()
	for i, privilege := range found {
		what := administrative()[strings.ToLower(privilege.Name.Value)]
		names = append(names, privilege.Name.Value)
		if !slices.Contains(deeds, what) {
			deeds = append(deeds, what)
		}
		if i > 0 {
			d.Related = append(d.Related, analysis.RelatedInformation{Pos: privilege.Pos(), End: privilege.End(), Message: "The privilege " + rule.Quote(privilege.Name.Value)})
		}
	}
	d.Message = fmt.Sprintf("Security role %q lets its holders %s in the whole organization (%s); take that out, or keep it in a role of its own for administrators", r.Name.Value, rule.Listed(deeds), rule.Quoted(names))
	p.Emit(d)
}
