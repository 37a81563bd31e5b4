package sitemap

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeTable = &rule.Rule{
	ID:        "sitemap-include-table",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/model-driven-apps/validate-app",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeTable,
}

func runIncludeTable(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	own := strings.ToLower(solution.Of(p.Pass).Publisher.Prefix.Value) + "_"
	maps := siteMapsByName(m)
	for _, app := range m.Apps {
		tables := componentsOf(app, component.Table)
		if len(tables) == 0 || app.Unmodified || !strings.HasPrefix(strings.ToLower(app.Name.Value), own) {
			continue // only changes to an app that another solution brings
		}
		for name := range componentsOf(app, component.SiteMap) {
			for _, s := range maps[name] {
				missingTables(p, app, s, tables)
			}
			delete(maps, name) // each app has a site map of its own
		}
	}
	return nil
}

func siteMapsByName(m *customizations.Model) map[string][]*customizations.SiteMap {
	maps := make(map[string][]*customizations.SiteMap)
	for _, s := range m.SiteMaps {
		name := strings.ToLower(s.Name.Value)
		maps[name] = append(maps[name], s)
	}
	return maps
}

// missingTables reports entries of an app's site map that lead to tables other
// than the app's.
func missingTables(p *rule.Pass, app *customizations.App, s *customizations.SiteMap, tables map[string]bool) {
	for _, a := range s.SubAreas {
		if a.Table.Value != "" && !tables[strings.ToLower(a.Table.Value)] {
			p.ReportWith(a.Table, s.Ref(), app, "The app", "Entry %q leads to the table %q, which is not among the components of app %q, so the app does not validate and its users may not see the entry; add the table to the app, or remove the entry",
				titleOf(a), a.Table.Value, app.Ref().Name)
		}
	}
}

// componentsOf returns the names of an app's components of one type, in lower
// case.
func componentsOf(app *customizations.App, t component.Type) map[string]bool {
	names := make(map[string]bool)
	for _, c := range app.Components {
		if c.Type.Is(t) && c.SchemaName.Value != "" {
			names[strings.ToLower(c.SchemaName.Value)] = true
		}
	}
	return names
}
