package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// columnOnly are the parts of a column that readers want.
func columnOnly() []string {
	return []string{
		"Type", "LogicalName", "RequiredLevel", "IsCustomField", "IsSecured", "IsAuditEnabled", "ValidForCreateApi", "ValidForUpdateApi", "SourceType", "Format", "MaxLength", "OptionSetName",
		"FormulaDefinitionFileName", "displaynames", "Descriptions", "Behavior", "MinValue", "MaxValue", "Accuracy", "AppDefaultValue", "AutoNumberFormat",
		"ExternalName", "CalculationOf", "AggregateOf", "YomiOf",
	}
}

// column reads a column. A large solution has so many that it looks at each
// child once instead of asking for one after the other.
func (r *reader) column(n xmltree.Node) *Column {
	c := &Column{SchemaName: r.Attr(n, "PhysicalName")}
	name := c.SchemaName
	for e := range n.Children() {
		switch e.Tag() {
		case "Type":
			c.Kind = r.Text(e)
		case "LogicalName":
			name = r.Text(e)
		case "SourceType":
			c.SourceType = leaves.Number[ColumnSource](r.Text(e))
		case "RequiredLevel":
			c.Required = r.Text(e)
		case "Format":
			c.Format = r.Text(e)
		case "MaxLength":
			c.MaxLength = leaves.Int(r.Text(e))
		case "displaynames":
			c.Label = r.firstLabel(e)
		case "Descriptions":
			c.IsDescribed = isDescribed(e)
		case "optionset":
			c.Options = r.options(e)
		case "OptionSetName":
			c.Choice = r.Text(e)
		case "FormulaDefinitionFileName":
			r.refer(&c.FormulaFile, &c.Component, r.Text(e))
		default:
			r.columnFlag(c, e)
		}
	}
	c.Component = r.inner(n, component.Column, name, model.Text{})
	return c
}

// columnFlag reads what is a yes or no, and what few kinds of columns have.
func (r *reader) columnFlag(c *Column, n xmltree.Node) {
	switch n.Tag() {
	case "IsCustomField":
		c.Custom = leaves.Flag(r.Text(n))
	case "IsSecured":
		c.Secured = leaves.Flag(r.Text(n))
	case "IsAuditEnabled":
		c.Audited = leaves.Flag(r.Text(n))
	case "ValidForCreateApi":
		c.NoCreate = n.Text() == "0"
	case "ValidForUpdateApi":
		c.NoUpdate = n.Text() == "0"
	default:
		r.columnDetail(c, n)
	}
}

// columnDetail reads what few kinds of columns have. Exports write most of it for
// all, and empty.
func (r *reader) columnDetail(c *Column, n xmltree.Node) {
	text := r.Text(n)
	if text.Value == "" {
		return
	}
	if c.Detail == nil {
		c.Detail = new(ColumnDetail)
	}
	d := c.Detail
	switch n.Tag() {
	case "Behavior":
		d.Behavior = leaves.Number[DateBehavior](text)
	case "MinValue":
		d.MinValue = text
	case "MaxValue":
		d.MaxValue = text
	case "Accuracy":
		d.Accuracy = leaves.Int(text)
	case "AppDefaultValue":
		d.Default = text
	case "AutoNumberFormat":
		d.AutoNumber = text
	case "ExternalName":
		d.ExternalName = text
	case "CalculationOf":
		d.CalculationOf = text
	case "AggregateOf":
		d.AggregateOf = text
	case "YomiOf":
		d.YomiOf = text
	}
}
