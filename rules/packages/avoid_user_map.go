package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidUserMap = &rule.Rule{
	ID:        "package-avoid-user-map",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  importConfigPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer},
	Run:       runAvoidUserMap,
}

func runAvoidUserMap(p *rule.Pass) error {
	for _, d := range deployment.Of(p.Pass).Data {
		if d.UserMap.Value != "" {
			p.Reportf(d.UserMap, component.Ref{}, "The user map %s has effect only on premises; take usermapfilename out of a package for Dataverse", rule.Quote(d.UserMap.Value))
		}
	}
	return nil
}
