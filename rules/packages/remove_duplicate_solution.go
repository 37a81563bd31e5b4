package packages

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeDuplicateSolution = &rule.Rule{
	ID:        "package-remove-duplicate-solution",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  importConfigPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer, solution.Analyzer},
	Run:       runRemoveDuplicateSolution,
}

func runRemoveDuplicateSolution(p *rule.Pass) error {
	files, names := make(map[string]string), make(map[string]string)
	for _, s := range deployment.Of(p.Pass).Solutions {
		file := strings.ToLower(strings.ReplaceAll(s.File.Value, `\`, "/"))
		if file == "" {
			continue
		}
		if _, again := files[file]; again {
			p.Reportf(s.File, component.Ref{}, "The solution file %s is listed twice, so it is imported twice; take one of them out", rule.Quote(s.File.Value))
			continue
		}
		files[file] = s.File.Value
		manifest := manifestOf(p, p.Pkg, s.File.Member)
		if manifest == nil || manifest.UniqueName.Value == "" {
			continue
		}
		name := strings.ToLower(manifest.UniqueName.Value)
		if other, again := names[name]; again {
			p.Reportf(s.File, refOf(manifest), "%s holds the solution %q as %s does, so the second import replaces the first; keep the newer one", rule.Quote(s.File.Value), manifest.UniqueName.Value, rule.Quote(other))
			continue
		}
		names[name] = s.File.Value
	}
	return nil
}
