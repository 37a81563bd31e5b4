package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeDefaultData = &rule.Rule{
	ID:        "package-include-default-data",
	Severity:  rule.Low,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  deployerPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer},
	Run:       runIncludeDefaultData,
}

func runIncludeDefaultData(p *rule.Pass) error {
	m := deployment.Of(p.Pass)
	if len(m.Data) > 0 && m.MigrationData.Value == "" {
		p.Reportf(m.Data[0], component.Ref{}, "There are configuration data for some languages and none for the others; name the data to use there as crmmigdataimportfile")
	}
	return nil
}
