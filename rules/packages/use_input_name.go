package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useInputName = &rule.Rule{
	ID:        "package-use-input-name",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer, source.Analyzer},
	Run:       runUseInputName,
}

func runUseInputName(p *rule.Pass) error {
	if m := appsource.Of(p.Pass); m.File != "" && m.File != appsource.InputName {
		p.ReportAt(source.Of(p.Pass).At(m.File), component.Ref{}, "The description of the package is named %q, and AppSource looks for %q with exactly these letters; rename it", m.File, appsource.InputName)
	}
	return nil
}
