package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useImportValue = &rule.Rule{
	ID:        "package-use-import-value",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  importConfigPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer},
	Run:       runUseImportValue,
}

func runUseImportValue(p *rule.Pass) error {
	for _, v := range deployment.Of(p.Pass).Values {
		if len(v.Expected) == 0 {
			p.Reportf(v, component.Ref{}, "%s is %q, expected the number of a language such as 1033", v.Attribute, v.Value)
			continue
		}
		p.Reportf(v, component.Ref{}, "%s is %q, expected one of %s", v.Attribute, v.Value, rule.Quoted(v.Expected))
	}
	return nil
}
