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

var avoidDisabledPlugins = &rule.Rule{
	ID:        "package-avoid-disabled-plugins",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  migrationPage,
	Kinds:     []unit.Kind{unit.Data},
	Requires:  []*analysis.Analyzer{migration.Analyzer},
	Run:       runAvoidDisabledPlugins,
}

func runAvoidDisabledPlugins(p *rule.Pass) error {
	schema := migration.Of(p.Pass).Schema
	if slices.ContainsFunc(schema, isPortal) {
		return nil
	}
	for _, t := range schema {
		if t.DisablePlugIns.Value {
			p.Reportf(t.DisablePlugIns, component.Ref{}, "While rows of table %q are imported its plug-ins are turned off for everybody, the customer's own too; set disableplugins to false", t.Name.Value)
		}
	}
	return nil
}

// isPortal reports whether a table is of Power Pages. The schemas that Microsoft has
// for moving a site turn plug-ins off for all its tables.
func isPortal(t *migration.Table) bool {
	return strings.HasPrefix(t.Name.Value, "adx_") || strings.HasPrefix(t.Name.Value, "mspp_")
}
