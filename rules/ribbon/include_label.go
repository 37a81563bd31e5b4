package ribbon

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeLabel = &rule.Rule{
	ID:        "ribbon-include-label",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runIncludeLabel,
}

func runIncludeLabel(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	titles := make(map[string]int) // how many a label has
	for b := range m.Ribbons() {
		for _, l := range b.Labels {
			titles[strings.ToLower(l.ID.Value)] += len(l.Titles)
		}
	}
	for b := range m.Ribbons() {
		for _, c := range b.Controls {
			told := make(map[string]bool)
			for _, label := range c.Labels {
				id, isLabel := strings.CutPrefix(label.Value, customizations.LabelDirective)
				if !isLabel || isPlatforms(id) || told[id] {
					continue
				}
				told[id] = true
				switch n, ok := titles[strings.ToLower(id)]; {
				case !ok:
					p.Reportf(label, b.Ref(), "%s %q has the label %q, which the solution does not hold, so it shows no text; add the label", c.Kind, c.ID.Value, id)
				case n == 0:
					p.Reportf(label, b.Ref(), "%s %q has the label %q, which has no title in any language, so it shows no text; add a title", c.Kind, c.ID.Value, id)
				}
			}
		}
	}
	return nil
}
