package form

import (
	"slices"
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
	tables := make(map[string]*customizations.Table)
	for _, t := range m.Tables {
		if t.IsDefined() && len(t.Views) > 0 {
			tables[strings.ToLower(t.Name.Value)] = t
		}
	}
	for form := range m.Forms() {
		for _, c := range form.Controls {
			if c.Grid == nil || form.Unmodified {
				continue
			}
			if t := tables[strings.ToLower(c.Grid.Table.Value)]; t != nil {
				missingParts(p, form, c, t)
			}
		}
	}
	return nil
}

// missingParts reports the views and the chart of a grid that its table does not
// have. The solution defines the table, and so holds all of its views.
func missingParts(p *rule.Pass, form *customizations.Form, c *customizations.Control, t *customizations.Table) {
	reported := make(map[string]bool) // the first view is in the list of views again
	for _, id := range c.Grid.Views {
		if !reported[id.Value] && !slices.ContainsFunc(t.Views, func(v *customizations.View) bool { return v.ID.Value == id.Value }) {
			reported[id.Value] = true
			p.Reportf(id, form.Ref(), "Grid %q on %s shows the view %q, which table %q does not have; choose another view", c.ID.Value, form.Title(), id.Value, t.Name.Value)
		}
	}
	if id := c.Grid.Chart; id.Value != "" && !slices.ContainsFunc(t.Charts, func(v *customizations.Chart) bool { return v.ID.Value == id.Value }) {
		p.Reportf(id, form.Ref(), "Grid %q on %s shows the chart %q, which table %q does not have; choose another chart", c.ID.Value, form.Title(), id.Value, t.Name.Value)
	}
}
