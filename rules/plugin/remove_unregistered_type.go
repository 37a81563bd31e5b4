package plugin

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeUnregisteredType = &rule.Rule{
	ID:        "plugin-remove-unregistered-type",
	Severity:  rule.Low,
	Category:  rule.Maintainability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Recommended,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{assembly.Analyzer, customizations.Analyzer},
	Run:       runRemoveUnregisteredType,
}

// runRemoveUnregisteredType looks for plug-ins that the platform cannot call, because the
// registration of their assembly does not list them.
func runRemoveUnregisteredType(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		if a.Registered == nil || a.Registered.Unmodified || len(a.Registered.Types) == 0 {
			continue
		}
		for _, e := range a.Entries {
			if e.Registered == nil && len(e.Steps) == 0 && e.Type.IsVisible() && e.Kind != assembly.Import && !isBase(a, e.Type) {
				managed.ReportType(p, a, e.Type.String(), "%s %q is not registered, so nothing can call it; register it, or remove the class", e.Kind, e.Type)
			}
		}
	}
	return nil
}

// isBase reports whether other types derive from t: types of the assembly, or, by
// its name, those of another one.
func isBase(a *assembly.Assembly, t *clr.Type) bool {
	return strings.HasSuffix(t.Name, "Base") || slices.ContainsFunc(a.Image.Types, func(other *clr.Type) bool { return a.Image.DefinedBy(other.Base) == t })
}
