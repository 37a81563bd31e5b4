package packages

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/canvasapp"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidInaccessibleApp = &rule.Rule{
	ID:        "package-avoid-inaccessible-app",
	Severity:  rule.Medium,
	Category:  rule.Accessibility,
	Component: rule.Package,
	Rulesets:  rule.AppSource,
	Guidance:  certificationPage,
	Kinds:     []unit.Kind{unit.CanvasApp},
	Requires:  []*analysis.Analyzer{canvasapp.VerdictAnalyzer},
	Run:       runAvoidInaccessibleApp,
}

func runAvoidInaccessibleApp(p *rule.Pass) error {
	v := canvasapp.VerdictOf(p.Pass)
	total := 0
	var rules []string
	var first canvasapp.Kind
	for _, k := range v.Kinds {
		if k.Category == "accessibility" && k.Level == canvasapp.Medium {
			if total == 0 {
				first = k
			}
			total += k.Count
			rules = append(rules, strings.TrimPrefix(k.Rule, "acc-"))
		}
	}
	if total > 0 {
		p.Reportf(first, v.Ref(), "The app %q was saved with %s (%s), the first in %q, and certification asks for all to be solved; correct them in the designer and save it again",
			v.Name.Value, times(total, "accessibility issue"), rule.Quoted(rules), first.Where)
	}
	return nil
}
