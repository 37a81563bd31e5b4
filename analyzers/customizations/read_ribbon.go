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
	case r.source == r.m.File || isOther(r.source):
		r.m.Ribbon = b
	default:
		r.later(b.Range, func(t *Table) {
			b.Table = t.Name.Value
			t.Ribbon = b
		})
	}
}

// isOther reports whether a member lies in the folder that unpacked sources have
// for what there is one of.
func isOther(member string) bool {
	folder, _, ok := strings.Cut(member, "/")
	return ok && strings.EqualFold(folder, "other")
}

// ribbon reads a ribbon, nil for one that changes nothing.
func (r *reader) ribbon(n xmltree.Node) *Ribbon {
	b := &Ribbon{Range: r.Tag(n)}
	for c := range n.Child("CustomActions").Children() {
		r.customAction(b, c)
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
	if len(b.Actions)+len(b.Controls)+len(b.Hidden)+len(b.Commands)+len(b.Rules) == 0 {
		return nil
	}
	return b
}

// customAction reads what puts something into the ribbon, or takes it out.
func (r *reader) customAction(b *Ribbon, n xmltree.Node) {
	if !r.detail(n) {
		return
	}
	switch n.Tag() {
	case "CustomAction":
		b.Actions = append(b.Actions, &RibbonAction{r.Tag(n), r.Attr(n, "Id"), r.Attr(n, "Location"), r.Attr(n, "Sequence"), r.Attr(n, "Title")})
	case "HideCustomAction":
		b.Hidden = append(b.Hidden, &HiddenAction{r.Tag(n), r.Attr(n, "HideActionId"), r.Attr(n, "Location")})
	}
}

// ribbonControl reads an element that names a command, or has a label or an image,
// nil for another one.
func (r *reader) ribbonControl(n xmltree.Node) *RibbonControl {
	c := &RibbonControl{Kind: r.Keep(n.Tag()), Label: r.Attr(n, "LabelText")}
	for _, a := range n.Element.Attr {
		switch {
		case a.Space != "":
		case strings.HasSuffix(a.Key, "Command"):
			c.Commands = append(c.Commands, r.Attr(n, a.Key))
		case a.Key == "LabelText" || strings.HasPrefix(a.Value, LabelDirective):
			c.Labels = append(c.Labels, r.Attr(n, a.Key))
		case strings.HasPrefix(a.Key, "Image") || a.Key == "ModernImage":
			c.Images = append(c.Images, r.Attr(n, a.Key))
		}
	}
	if len(c.Commands)+len(c.Labels)+len(c.Images) == 0 {
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
			c.URLs = append(c.URLs, &RibbonURL{r.Attr(a, "Address"), leaves.Flag(r.Attr(a, "PassParams")), r.Attr(a, "WinMode"), r.Attr(a, "WinParams")})
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
		Range:   r.Tag(n),
		Kind:    r.Keep(n.Tag()),
		Type:    r.Attr(n, "Type"),
		Sku:     r.Attr(n, "Sku"),
		Invert:  leaves.Flag(r.Attr(n, "InvertResult")),
		Default: leaves.Flag(r.Attr(n, "Default")),
	}
	if c.Kind == "CustomRule" {
		c.Function = r.ribbonFunction(n)
		return c
	}
	for _, a := range r.attributes(n) {
		if a.Name != "Type" && a.Name != "Sku" && a.Name != "InvertResult" && a.Name != "Default" {
			c.Values = append(c.Values, a)
		}
	}
	return c
}
