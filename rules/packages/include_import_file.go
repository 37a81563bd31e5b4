package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeImportFile = &rule.Rule{
	ID:        "package-include-import-file",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  importConfigPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer},
	Run:       runIncludeImportFile,
}

func runIncludeImportFile(p *rule.Pass) error {
	m := deployment.Of(p.Pass)
	if !m.Built {
		return nil // the build adds files
	}
	told := make(map[string]bool)
	for _, ref := range m.References {
		if !ref.Exists() && !told[ref.Value] {
			told[ref.Value] = true
			p.Reportf(ref, component.Ref{}, "%s names %s, which is not in the package, so the deployment fails; add the file to the folder %q, or correct the name", ref.Attribute, rule.Quote(ref.Value), m.Folder)
		}
	}
	return nil
}
