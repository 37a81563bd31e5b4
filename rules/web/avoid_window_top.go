package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidWindowTop = &rule.Rule{
	ID:        "web-avoid-window-top",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/avoid-window-top",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidWindowTop,
}

func runAvoidWindowTop(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		own := assigned(s, "top")
		for _, path := range []string{"top", "parent.parent"} {
			for n := range s.Uses(path) {
				if n.Kind() != javascript.Identifier || !own {
					p.Reportf(n, s.Ref(), "%q may be another page where the app is embedded, in Teams or in a frame, and is out of reach there; use the form context, or parent at most", path)
				}
			}
		}
	}
	return nil
}

// assigned reports whether a script assigns to a bare name: it is a variable of
// its own, though it is declared nowhere.
func assigned(s *webresource.Script, path string) bool {
	for n := range s.Uses(path) {
		if n.Kind() == javascript.Identifier && n.IsTarget() {
			return true
		}
	}
	return false
}
