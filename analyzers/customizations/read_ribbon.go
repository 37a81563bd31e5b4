package customizations

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// ribbonPart reads a ribbon that stands outside of its table: the application's
// in customizations.xml, a table's in a file of its own.
func (r *reader) ribbonPart(n xmltree.Node) {
	b := r.ribbon(n)
	switch {
	case b == nil:
	case r.source == r.m.File:
		r.m.Ribbon = b
	default:
		r.later(b.Range, func(t *Table) {
			b.Table = t.Name.Value
			t.Ribbon = b
		})
	}
}

// ribbon reads a ribbon, nil for one that changes nothing.
func (r *reader) ribbon(n xmltree.Node) *Ribbon {
	b := &Ribbon{Range: r.Tag(n)}
	for c := range n.Child("CustomActions").Named("CustomAction") {
		if r.detail(c) {
			b.Actions = append(b.Actions, &RibbonAction{r.Tag(c), r.Attr(c, "Id")})
		}
	}
	for c := range n.Child("CustomActions").Below() {
		if control := r.ribbonControl(c); control != nil && r.detail(c) {
			b.Controls = append(b.Controls, control)
		}
	}
	for c := range n.Child("CommandDefinitions").Named("CommandDefinition") {
		if r.detail(c) {
			b.Commands = append(b.Commands, r.command(c))
		}
	}
	for list := range n.Child("RuleDefinitions").Children() {
		for c := range list.Children() {
			if r.detail(c) {
				b.Rules = append(b.Rules, r.ribbonRule(c, list.Tag()))
			}
		}
	}
	for c := range n.Child("LocLabels").Named("LocLabel") {
		if r.detail(c) {
			b.Labels = append(b.Labels, &RibbonLabel{r.Tag(c), r.Attr(c, "Id"), r.Localized(c.Child("Titles"))})
		}
	}
	if len(b.Actions)+len(b.Controls)+len(b.Commands)+len(b.Rules) == 0 {
		return nil
	}
	return b
}

// ribbonControl reads an element that names a command or has a label, nil for
// another one.
func (r *reader) ribbonControl(n xmltree.Node) *RibbonControl {
	c := &RibbonControl{Kind: r.Keep(n.Tag()), Label: r.Attr(n, "LabelText")}
	for _, a := range n.Element.Attr {
		switch {
		case a.Space != "":
		case strings.HasSuffix(a.Key, "Command"):
			c.Commands = append(c.Commands, r.Attr(n, a.Key))
		case a.Key == "LabelText" || strings.HasPrefix(a.Value, LabelDirective):
			c.Labels = append(c.Labels, r.Attr(n, a.Key))
		}
	}
	if len(c.Commands) == 0 && len(c.Labels) == 0 {
		return nil
	}
	c.Range, c.ID = r.Tag(n), r.Attr(n, "Id")
	return c
}

func (r *reader) command(n xmltree.Node) *Command {
	c := &Command{
		Range:        r.Tag(n),
		ID:           r.Attr(n, "Id"),
		EnableRules:  r.ids(n.Child("EnableRules")),
		DisplayRules: r.ids(n.Child("DisplayRules")),
	}
	for a := range n.Child("Actions").Children() {
		switch a.Tag() {
		case "JavaScriptFunction":
			c.Functions = append(c.Functions, r.ribbonFunction(a))
		case "Url":
			c.URLs = append(c.URLs, r.Attr(a, "Address"))
		case "OutlookCommand":
			c.Outlook = r.Tag(a)
		}
	}
	return c
}

// ids returns the IDs of the elements below n.
func (r *reader) ids(n xmltree.Node) []model.Text {
	var list []model.Text
	for c := range n.Children() {
		list = append(list, r.Attr(c, "Id"))
	}
	return list
}

func (r *reader) ribbonFunction(n xmltree.Node) *RibbonFunction {
	f := &RibbonFunction{Range: r.Tag(n), Function: r.Attr(n, "FunctionName"), Library: r.Attr(n, "Library")}
	for c := range n.Children() {
		f.Parameters = append(f.Parameters, RibbonParameter{r.Attr(c, "Value"), r.Keep(c.Tag())})
	}
	return f
}

func (r *reader) ribbonRule(n xmltree.Node, list string) *RibbonRule {
	rule := &RibbonRule{Range: r.Tag(n), ID: r.Attr(n, "Id")}
	switch list {
	case "DisplayRules":
		rule.Kind = DisplayRule
	case "TabDisplayRules":
		rule.Kind = TabDisplayRule
	}
	for c := range n.Below() {
		if strings.HasSuffix(c.Tag(), "Rule") && c.Tag() != "OrRule" && r.detail(c) {
			rule.Conditions = append(rule.Conditions, r.ribbonCondition(c))
		}
	}
	return rule
}

func (r *reader) ribbonCondition(n xmltree.Node) *RibbonCondition {
	c := &RibbonCondition{
		Range:  r.Tag(n),
		Kind:   r.Keep(n.Tag()),
		Type:   r.Attr(n, "Type"),
		Sku:    r.Attr(n, "Sku"),
		Invert: leaves.Flag(r.Attr(n, "InvertResult")),
	}
	if c.Kind == "CustomRule" {
		c.Function = r.ribbonFunction(n)
	}
	return c
}
