package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidSampleData = &rule.Rule{
	ID:        "package-avoid-sample-data",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  importConfigPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer},
	Run:       runAvoidSampleData,
}

func runAvoidSampleData(p *rule.Pass) error {
	if flag := deployment.Of(p.Pass).InstallSampleData; flag.Value {
		p.Reportf(flag, component.Ref{}, "The package installs Microsoft's sample accounts and contacts among the customer's own; set installsampledata to false")
	}
	return nil
}
