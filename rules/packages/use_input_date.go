package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useInputDate = &rule.Rule{
	ID:        "package-use-input-date",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer},
	Run:       runUseInputDate,
}

func runUseInputDate(p *rule.Pass) error {
	m := appsource.Of(p.Pass)
	for _, d := range []struct {
		name string
		appsource.Date
	}{{"StartDate", m.StartDate}, {"EndDate", m.EndDate}} {
		switch {
		case d.Value == "":
		case d.Day.IsZero():
			p.Reportf(d, component.Ref{}, "%s is %q, which is no date; write month, day and year as in \"01/31/2026\"", d.name, d.Value)
		case d.Dashes:
			p.Reportf(d, component.Ref{}, "%s is %q with dashes; write it with slashes as in \"01/31/2026\"", d.name, d.Value)
		}
	}
	if start, end := m.StartDate, m.EndDate; !start.Day.IsZero() && !end.Day.IsZero() && !start.Day.Before(end.Day) {
		p.Reportf(end, component.Ref{}, "EndDate %q is not after StartDate %q, so the app is never on offer; move one of them", end.Value, start.Value)
	}
	return nil
}
