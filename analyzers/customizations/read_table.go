package customizations

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// tableSkips are the parts of a table that no reader wants.
func tableSkips() []string {
	var skips []string
	for _, path := range formSkips() {
		skips = append(skips, "FormXml/forms/systemform/"+path)
	}
	return append(skips, listControls+"/controlDescriptions/controlDescription/customControl/parameters")
}

// listControls leads to what shows the lists of a table.
const listControls = "CustomControlDefaultConfigs/CustomControlDefaultConfig/ControlDescriptionXML"

// tableOnly are the parts of a table and of its columns that readers want: the
// most of any large solution is left out by it.
func tableOnly() []string {
	only := []string{"Name", "ObjectTypeCode", "EntityInfo", "FormXml", "SavedQueries", "Visualizations", "RibbonDiffXml", "HierarchyRules", listControls}
	only = append(only, below("SavedQueries/savedqueries/savedquery", viewOnly())...)
	only = append(only, below("Visualizations/visualization", chartOnly())...)
	for _, name := range []string{"Type", "LogicalName", "RequiredLevel", "IsCustomField", "IsSecured", "SourceType", "Format", "MaxLength", "OptionSetName", "FormulaDefinitionFileName", "Descriptions"} {
		only = append(only, "EntityInfo/entity/attributes/attribute/"+name)
	}
	for _, list := range optionLists() {
		only = append(only, "EntityInfo/entity/attributes/attribute/optionset/"+list)
	}
	return only
}

func (r *reader) table(n xmltree.Node) {
	name := n.Child("Name")
	entity := n.Child("EntityInfo", "entity")
	t := &Table{
		LocalizedName:     r.Attr(name, "LocalizedName"),
		ObjectTypeCode:    r.int(n, "ObjectTypeCode"),
		HasInfo:           n.Child("EntityInfo").IsSet(),
		Info:              r.Tag(entity),
		SetName:           r.Text(entity, "EntitySetName"),
		LocalizedNames:    r.Localized(entity.Child("LocalizedNames")),
		Descriptions:      r.Localized(entity.Child("Descriptions")),
		Ownership:         r.Text(entity, "OwnershipTypeMask"),
		IsCustomizable:    r.flag(entity, "IsCustomizable"),
		IsActivity:        r.flag(entity, "IsActivity"),
		IsAuditEnabled:    r.flag(entity, "IsAuditEnabled"),
		ChangeTracking:    r.flag(entity, "ChangeTrackingEnabled"),
		VectorIcon:        r.Text(entity, "IconVectorName"),
		HelpURL:           r.Text(entity, "EntityHelpUrl"),
		IntroducedVersion: r.Text(entity, "IntroducedVersion"),
	}
	r.component(&t.Component, n, component.Table, r.Text(name), model.Text{})
	for c := range entity.Child("attributes").Named("attribute") {
		if r.detail(c) {
			t.Columns = append(t.Columns, r.column(c))
		}
	}
	for c := range entity.Child("EntityKeys").Named("EntityKey") {
		if r.detail(c) {
			t.Keys = append(t.Keys, r.key(c))
		}
	}
	for forms := range n.Child("FormXml").Named("forms") {
		kind, _ := forms.Attr("type")
		for c := range forms.Named("systemform") {
			t.Forms = append(t.Forms, r.form(c, t.Name.Value, r.Keep(kind)))
		}
	}
	r.views(t, n)
	r.grids(t, n)
	for c := range n.Child("HierarchyRules").Named("HierarchyRule") {
		if r.detail(c) {
			t.Hierarchies = append(t.Hierarchies, &Hierarchy{r.Tag(c), r.firstLocalized(c)})
		}
	}
	if t.Ribbon = r.ribbon(n.Child("RibbonDiffXml")); t.Ribbon != nil {
		t.Ribbon.Table = t.Name.Value
	}
	r.m.Tables = append(r.m.Tables, t)
	r.tables[strings.ToLower(folderOf(r.source))] = t
}

// grids reads the controls that show the rows of a table.
func (r *reader) grids(t *Table, n xmltree.Node) {
	for config := range n.Child("CustomControlDefaultConfigs").Named("CustomControlDefaultConfig") {
		for c := range config.Child("ControlDescriptionXML", "controlDescriptions").Named("controlDescription") {
			t.Grids = append(t.Grids, r.bindings(c)...)
		}
	}
}

func (r *reader) key(n xmltree.Node) *Key {
	k := &Key{Range: r.Tag(n), Name: r.Text(n, "LogicalName")}
	for c := range n.Child("EntityKeyAttributes").Named("AttributeName") {
		k.Columns = append(k.Columns, r.Text(c))
	}
	return k
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
		case "IsCustomField":
			c.Custom = leaves.Flag(r.Text(e))
		case "IsSecured":
			c.Secured = leaves.Flag(r.Text(e))
		case "SourceType":
			c.SourceType = leaves.Number[ColumnSource](r.Text(e))
		case "RequiredLevel":
			c.Required = r.Text(e)
		case "Format":
			c.Format = r.Text(e)
		case "MaxLength":
			c.MaxLength = leaves.Int(r.Text(e))
		case "optionset":
			c.Options = r.options(e)
		case "OptionSetName":
			c.Choice = r.Text(e)
		case "FormulaDefinitionFileName":
			r.refer(&c.FormulaFile, &c.Component, r.Text(e))
		case "Descriptions":
			c.IsDescribed = isDescribed(e)
		}
	}
	c.Component = r.inner(n, component.Column, name, model.Text{})
	return c
}

// isDescribed reports whether a list of descriptions has one that is not empty.
// Large solutions have tens of thousands, so the texts are not kept.
func isDescribed(n xmltree.Node) bool {
	for c := range n.Named("Description") {
		if text, _ := c.Attr("description"); strings.TrimSpace(text) != "" {
			return true
		}
	}
	return false
}
