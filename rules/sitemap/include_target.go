package sitemap

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeTarget = &rule.Rule{
	ID:        "sitemap-include-target",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/model-driven-apps/create-site-map-app",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runIncludeTarget,
}

func runIncludeTarget(p *rule.Pass) error {
	for _, s := range customizations.Of(p.Pass).SiteMaps {
		for _, a := range s.SubAreas {
			if !s.Unmodified && a.Table.Value+a.URL.Value+a.Dashboard.Value+a.Page.Value == "" && !a.IsChange {
				p.Reportf(a, s.Ref(), "Entry %q of site map %q leads nowhere; give it a table, a page or a URL, or remove it", titleOf(a), s.Ref().Name)
			}
		}
	}
	return nil
}

// titleOf returns what users know an entry by, its ID where it has no title.
func titleOf(a *customizations.SubArea) string {
	if a.Title.Value != "" {
		return a.Title.Value
	}
	return a.ID.Value
}
