package form

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeQuickForm = &rule.Rule{
	ID:        "form-include-quick-form",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runIncludeQuickForm,
}

func runIncludeQuickForm(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	forms := make(map[string]map[string]bool) // of tables that the solution defines, by the IDs of forms
	for _, t := range m.Tables {
		if t.IsDefined() && len(t.Forms) > 0 {
			forms[strings.ToLower(t.Name.Value)] = idsOf(t.Forms)
		}
	}
	for form := range m.Forms() {
		for _, c := range form.Controls {
			for _, quick := range c.QuickForms {
				if known := forms[strings.ToLower(quick.Table)]; known != nil && !known[quick.Value] && !form.Unmodified {
					p.Reportf(quick, form.Ref(), "Quick view %q on %s shows the form %q, which table %q does not have; choose another form", c.ID.Value, form.Title(), quick.Value, quick.Table)
				}
			}
		}
	}
	return nil
}

func idsOf(forms []*customizations.Form) map[string]bool {
	ids := make(map[string]bool, len(forms))
	for _, f := range forms {
		ids[f.ID.Value] = true
	}
	return ids
}
