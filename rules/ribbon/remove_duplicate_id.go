package ribbon

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeDuplicateID = &rule.Rule{
	ID:        "ribbon-remove-duplicate-id",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/model-driven-apps/customize-commands-ribbon",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runRemoveDuplicateID,
}

func runRemoveDuplicateID(p *rule.Pass) error {
	for b := range customizations.Of(p.Pass).Ribbons() {
		ids := duplicates{p: p, ribbon: b, first: make(map[[2]string]model.Text)}
		for _, a := range b.Actions {
			ids.add("Custom action", a.ID)
		}
		for _, c := range b.Controls {
			ids.add("Control", c.ID)
		}
		for _, c := range b.Commands {
			ids.add("Command", c.ID)
		}
		for _, r := range b.Rules {
			ids.add(kindOf(r), r.ID)
		}
		for _, l := range b.Labels {
			ids.add("Label", l.ID)
		}
	}
	return nil
}

// duplicates finds the IDs that one ribbon has more than once.
type duplicates struct {
	p      *rule.Pass
	ribbon *customizations.Ribbon
	first  map[[2]string]model.Text // by kind and ID
}

func (d *duplicates) add(kind string, id model.Text) {
	if id.Value == "" {
		return
	}
	key := [2]string{kind, strings.ToLower(id.Value)}
	first, known := d.first[key]
	if !known {
		d.first[key] = id
		return
	}
	d.p.ReportWith(id, d.ribbon.Ref(), first, "The first one", "%s %q is defined twice, so one of the two does not count and the command bar may not be shown; give one another ID, or remove it", kind, id.Value)
}

func kindOf(r *customizations.RibbonRule) string {
	switch r.Kind {
	case customizations.DisplayRule:
		return "Display rule"
	case customizations.TabDisplayRule:
		return "Tab display rule"
	default:
		return "Enable rule"
	}
}
