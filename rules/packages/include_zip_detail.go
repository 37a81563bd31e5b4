package packages

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeZipDetail = &rule.Rule{
	ID:        "package-include-zip-detail",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  importConfigPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer},
	Run:       runIncludeZipDetail,
}

func runIncludeZipDetail(p *rule.Pass) error {
	m := deployment.Of(p.Pass)
	for _, f := range m.Files {
		if strings.EqualFold(f.Type.Value, "zip") && len(m.ZipDetails) == 0 {
			p.Reportf(f, component.Ref{}, "The files in %s are imported from a zip, and no zipimportdetail says into which tables; add one for each of them", rule.Quote(f.File.Value))
		}
	}
	return nil
}
