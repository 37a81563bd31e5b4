package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/mention"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeUnusedResource = &rule.Rule{
	ID:        "web-remove-unused-resource",
	Severity:  rule.Informational,
	Category:  rule.Maintainability,
	Component: rule.WebResource,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/model-driven-apps/create-edit-web-resources",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, mention.Analyzer},
	Run:       runRemoveUnusedResource,
}

func runRemoveUnusedResource(p *rule.Pass) error {
	c := customizations.Of(p.Pass)
	if len(c.Tables)+len(c.Apps)+len(c.SiteMaps) == 0 {
		return nil // a solution of web resources alone is used by others
	}
	for _, w := range mention.Of(p.Pass).Unnamed {
		if w.Kind.Is(customizations.RESX) || w.Kind.Is(customizations.XML) {
			continue // loaded by a name without language, or by code
		}
		p.Reportf(w, w.Ref(), "Nothing in the solution names %q; if nothing outside opens it either, remove it", w.Name.Value)
	}
	return nil
}
