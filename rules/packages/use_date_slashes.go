package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// useDateSlashes is apart from useInputDate because Microsoft's own build tools
// write dashes.
var useDateSlashes = &rule.Rule{
	ID:        "package-use-date-slashes",
	Severity:  rule.Low,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer},
	Run:       runUseDateSlashes,
}

func runUseDateSlashes(p *rule.Pass) error {
	m := appsource.Of(p.Pass)
	for _, d := range []appsource.Date{m.StartDate, m.EndDate} {
		if d.Dashes {
			p.Reportf(d, component.Ref{}, "The date %q is written with dashes; write it with slashes as in %q", d.Value, d.Day.Format("01/02/2006"))
		}
	}
	return nil
}
