package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeImportClass = &rule.Rule{
	ID:        "package-include-import-class",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  deployerPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer, deployment.CodeAnalyzer, source.Analyzer},
	Run:       runIncludeImportClass,
}

func runIncludeImportClass(p *rule.Pass) error {
	code := deployment.CodeOf(p.Pass)
	if len(code.Assemblies) > 0 && len(code.Imports) == 0 {
		p.Reportf(code.Assemblies[0], component.Ref{}, "No assembly of the package has a class that derives from ImportExtension, which is what Package Deployer runs; build the package's own project into it")
	}
	for _, in := range code.Imports {
		if !in.Exported {
			p.Reportf(in.Assembly, component.Ref{}, "The class %q derives from ImportExtension and is not exported, so Package Deployer does not find it; put [Export(typeof(IImportExtensions))] on it", in.Type.FullName)
		}
	}
	return nil
}
