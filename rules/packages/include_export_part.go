package packages

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/exportpackage"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeExportPart = &rule.Rule{
	ID:        "package-include-export-part",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  certificationPage,
	Kinds:     []unit.Kind{unit.Archive, unit.Folder, unit.Unknown},
	Requires:  []*analysis.Analyzer{exportpackage.Analyzer},
	Run:       runIncludeExportPart,
}

func runIncludeExportPart(p *rule.Pass) error {
	m := exportpackage.Of(p.Pass)
	if len(m.Problems) > 0 {
		return nil // what was not read may name anything
	}
	for _, part := range m.Parts {
		if !part.Exists {
			p.Reportf(part, component.Ref{}, "The package names %q, and there is no file %q, so the import fails; export the package again", part.Value, part.Member)
		}
	}
	known := make(map[string]bool, len(m.Resources))
	for _, r := range m.Resources {
		known[strings.ToLower(r.ID.Value)] = true
	}
	for _, r := range m.Resources {
		for _, d := range r.DependsOn {
			if d.Value != "" && !known[strings.ToLower(d.Value)] {
				p.Reportf(d, component.Ref{}, "%q needs the resource %q, which the package does not have, so the import stops; export the package again", named(r), d.Value)
			}
		}
		if strings.EqualFold(r.Type.Value, "Microsoft.PowerApps/apis/connections") && r.CreationType.Value == "" {
			p.Reportf(r.ID, component.Ref{}, "The connection %q has no creationType, so nobody is asked which connection to use; export the package again", named(r))
		}
	}
	return nil
}

// named returns what a resource is called, its identifier where it has no name.
func named(r *exportpackage.Resource) string {
	if r.Name.Value != "" {
		return r.Name.Value
	}
	return r.ID.Value
}
