package ribbon

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useLibraryDirective = &rule.Rule{
	ID:        "ribbon-use-library-directive",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/model-driven-apps/define-ribbon-actions",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runUseLibraryDirective,
}

func runUseLibraryDirective(p *rule.Pass) error {
	for b := range customizations.Of(p.Pass).Ribbons() {
		for _, c := range b.Commands {
			bareLibraries(p, b, c.ID.Value, c.Functions)
		}
		for _, r := range b.Rules {
			for _, c := range r.Conditions {
				if c.Function != nil {
					bareLibraries(p, b, r.ID.Value, []*customizations.RibbonFunction{c.Function})
				}
			}
		}
	}
	return nil
}

// bareLibraries reports functions whose library is neither a web resource by the
// directive nor a script of the platform by its path.
func bareLibraries(p *rule.Pass, b *customizations.Ribbon, id string, functions []*customizations.RibbonFunction) {
	for _, f := range functions {
		lib := f.Library.Value
		if lib == "" || f.WebResource() != "" || strings.HasPrefix(lib, "/") || strings.Contains(lib, ":") || !strings.Contains(lib, "_") {
			continue
		}
		p.Reportf(f.Library, b.Ref(), "%q calls %q in library %q without %q before its name, so no dependency keeps the library from being deleted; write %q", id, f.Function.Value, lib,
			customizations.LibraryDirective, customizations.LibraryDirective+lib)
	}
}
