package packages

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useFolderName = &rule.Rule{
	ID:        "package-use-folder-name",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  deployerPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer, deployment.CodeAnalyzer},
	Run:       runUseFolderName,
}

func runUseFolderName(p *rule.Pass) error {
	m := deployment.Of(p.Pass)
	if m.Folder == "" {
		return nil
	}
	folder := strings.TrimSuffix(m.Folder, "/")
	for _, in := range deployment.CodeOf(p.Pass).Imports {
		if name, known := in.Text(deployment.DataFolder); known && !strings.EqualFold(name, folder) {
			p.Reportf(in.Assembly, component.Ref{}, "The class %q tells that the package's folder is %q, and it is %q, so Package Deployer finds nothing; make both alike", in.Type.FullName, name, folder)
		}
	}
	return nil
}
