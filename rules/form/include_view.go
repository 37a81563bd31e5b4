package form

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeView = &rule.Rule{
	ID:        "form-include-view",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runIncludeView,
}

func runIncludeView(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	tables := make(map[string]map[string]bool) // that the solution defines, by the IDs of views and charts
	for _, t := range m.Tables {
		if t.IsDefined() && len(t.Views) > 0 {
			tables[strings.ToLower(t.Name.Value)] = partsOf(t)
		}
	}
	for form := range m.Forms() {
		for _, c := range form.Controls {
			if c.Grid == nil || form.Unmodified {
				continue
			}
			if parts := tables[strings.ToLower(c.Grid.Table.Value)]; parts != nil {
				missingParts(p, form, c, parts)
			}
		}
	}
	return nil
}

func partsOf(t *customizations.Table) map[string]bool {
	ids := make(map[string]bool, len(t.Views)+len(t.Charts))
	for _, v := range t.Views {
		ids[v.ID.Value] = true
	}
	for _, c := range t.Charts {
		ids[c.ID.Value] = true
	}
	return ids
}

// missingParts reports the views and the chart of a grid that its table does not
// have. The solution defines the table, and so holds all of its views.
func missingParts(p *rule.Pass, form *customizations.Form, c *customizations.Control, parts map[string]bool) {
	reported := make(map[string]bool) // the first view is in the list of views again
	for _, id := range c.Grid.Views {
		if !reported[id.Value] && !parts[id.Value] {
			reported[id.Value] = true
			p.Reportf(id, form.Ref(), "Grid %q on %s shows the view %q, which table %q does not have; choose another view", c.ID.Value, form.Title(), id.Value, c.Grid.Table.Value)
		}
	}
	if id := c.Grid.Chart; id.Value != "" && !parts[id.Value] {
		p.Reportf(id, form.Ref(), "Grid %q on %s shows the chart %q, which table %q does not have; choose another chart", c.ID.Value, form.Title(), id.Value, c.Grid.Table.Value)
	}
}
