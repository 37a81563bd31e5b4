package role

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeTable = &rule.Rule{
	ID:        "role-include-table",
	Severity:  rule.Low,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  0, // tables that flows alone use need no role
	Guidance:  privilegesPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runIncludeTable,
}

func runIncludeTable(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	if len(m.Roles) == 0 {
		return nil // the roles are in another solution
	}
	covered := make(map[string]bool)
	for _, r := range m.Roles {
		for name := range privilegesOf(r) {
			covered[strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(name, "prvread"), "prvcreate"), "prvwrite")] = true
		}
	}
	for _, process := range m.Processes {
		if process.Category.Is(customizations.BusinessProcessFlow) {
			covered[strings.ToLower(process.UniqueName.Value)] = true // the table holds its runs
		}
	}
	for _, t := range m.Tables {
		name := strings.ToLower(t.Name.Value)
		if isNew(t) && !covered[name] && !strings.Contains(name, "_bpf_") {
			p.Reportf(t, t.Ref(), "Table %q is new, and no security role of the solution lets anybody read, create or write its rows, so only administrators can, unless another solution grants it; grant it to a role", t.Name.Value)
		}
	}
	return nil
}

// isNew reports whether the solution brings a table that people can have rights
// on: activities share those of the table activity.
func isNew(t *customizations.Table) bool {
	return isCustom(t.Name.Value) && !t.IsActivity.Value && t.IsDefined()
}
