package packages

import (
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/canvasapp"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidAppError = &rule.Rule{
	ID:        "package-avoid-app-error",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.AppSource,
	Guidance:  certificationPage,
	Kinds:     []unit.Kind{unit.CanvasApp},
	Requires:  []*analysis.Analyzer{canvasapp.VerdictAnalyzer},
	Run:       runAvoidAppError,
}

func runAvoidAppError(p *rule.Pass) error {
	v := canvasapp.VerdictOf(p.Pass)
	total := 0
	var rules []string
	var first canvasapp.Kind
	for _, k := range v.Kinds {
		if k.Level == canvasapp.High {
			if total == 0 {
				first = k
			}
			total += k.Count
			rules = append(rules, strings.TrimPrefix(k.Rule, "app-"))
		}
	}
	switch {
	case total > 0:
		p.Reportf(first, v.Ref(), "The app %q was saved with %s (%s), the first in %q; correct them in the designer and save it again", v.Name.Value, times(total, "error"), rule.Quoted(rules), first.Where)
	case v.Errors.Value > 0 && !v.HasResults:
		p.Reportf(v.Errors, v.Ref(), "The app %q was saved with %s; correct them in the designer and save it again", v.Name.Value, times(v.Errors.Value, "error"))
	}
	return nil
}

// times returns n with the noun in its number.
func times(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if strings.HasSuffix(noun, "s") {
		noun += "e"
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
