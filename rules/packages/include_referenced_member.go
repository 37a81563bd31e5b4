package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeReferencedMember = &rule.Rule{
	ID:        "package-include-referenced-member",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runIncludeReferencedMember,
}

func runIncludeReferencedMember(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	if m.Layout != customizations.Packed {
		return nil // sources lack what a build makes, and mapping files lead to other folders
	}
	for _, ref := range m.References {
		if ref.Exists() || ref.Of.Unmodified {
			continue
		}
		of := ref.Of.Ref()
		p.Reportf(ref, of, "%s %q names the file %q, which is not in the package, so the import fails; export the solution again, or restore the file",
			sentence(of.Type.String()), of.Name, ref.Member)
	}
	return nil
}

// sentence begins a sentence with words that are no name.
func sentence(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
