package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeInputElement = &rule.Rule{
	ID:        "package-include-input-element",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer},
	Run:       runIncludeInputElement,
}

func runIncludeInputElement(p *rule.Pass) error {
	m := appsource.Of(p.Pass)
	if len(m.Problems) > 0 {
		return nil // what was not read may hold it
	}
	for _, missing := range m.Missing {
		what := "element"
		if missing.Name == "File" {
			what = "attribute"
		}
		state := "lacks"
		if missing.Empty {
			state = "leaves empty"
		}
		p.Reportf(missing, component.Ref{}, "%q %s the %s %q, without which the package is refused; add it", missing.In, state, what, missing.Name)
	}
	return nil
}
