package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeImportAttribute = &rule.Rule{
	ID:        "package-include-import-attribute",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  importConfigPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer},
	Run:       runIncludeImportAttribute,
}

func runIncludeImportAttribute(p *rule.Pass) error {
	m := deployment.Of(p.Pass)
	if !m.Built {
		return nil // the build fills them in
	}
	for _, missing := range m.Missing {
		p.Reportf(missing, component.Ref{}, "%q has no %s, without which there is nothing to import; fill it in, or take the element out", missing.In, missing.Attribute)
	}
	return nil
}
