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
	only := []string{"Name", "ObjectTypeCode", "EntityInfo", "FormXml", "SavedQueries", "Visualizations", "RibbonDiffXml", "HierarchyRules", listControls, "indexes", "Strings"}
	only = append(only, below("SavedQueries/savedqueries/savedquery", viewOnly())...)
	only = append(only, below("Visualizations/visualization", chartOnly())...)
	const columns = "EntityInfo/entity/attributes/attribute"
	only = append(only, below(columns, columnOnly())...)
	return append(only, below(columns+"/optionset", optionLists())...)
}

func (r *reader) table(n xmltree.Node) {
	name := n.Child("Name")
	t := &Table{
		LocalizedName:  r.Attr(name, "LocalizedName"),
		OriginalName:   r.Attr(name, "OriginalName"),
		ObjectTypeCode: r.int(n, "ObjectTypeCode"),
		HasInfo:        n.Child("EntityInfo").IsSet(),
	}
	logical := r.Text(name)
	if logical.Value == "" {
		logical = r.Attr(n.Child("EntityInfo", "entity"), "Name") // sources that somebody wrote by hand
	}
	r.component(&t.Component, n, component.Table, logical, model.Text{})
	r.tableInfo(t, n.Child("EntityInfo", "entity"))
	for forms := range n.Child("FormXml").Named("forms") {
		kind, _ := forms.Attr("type")
		for c := range forms.Named("systemform") {
			t.Forms = append(t.Forms, r.form(c, t.Name.Value, r.Keep(kind)))
		}
	}
	r.views(t, n)
	r.grids(t, n)
	r.tableRest(t, n)
	if t.Ribbon = r.ribbon(n.Child("RibbonDiffXml")); t.Ribbon != nil {
		t.Ribbon.Table = t.Name.Value
	}
	r.m.Tables = append(r.m.Tables, t)
	r.tables[strings.ToLower(folderOf(r.source))] = t
}

// tableInfo reads the definition of a table.
func (r *reader) tableInfo(t *Table, n xmltree.Node) {
	t.Info, t.InfoUnmodified = r.Tag(n), isUnmodified(n)
	t.SetName = r.Text(n, "EntitySetName")
	t.LocalizedNames = r.Localized(n.Child("LocalizedNames"))
	t.CollectionNames = r.Localized(n.Child("LocalizedCollectionNames"))
	t.Descriptions = r.Localized(n.Child("Descriptions"))
	t.Ownership = r.Text(n, "OwnershipTypeMask")
	t.IsCustomizable = r.flag(n, "IsCustomizable")
	t.IsActivity = r.flag(n, "IsActivity")
	t.IsAuditEnabled = r.flag(n, "IsAuditEnabled")
	t.ChangeTracking = r.flag(n, "ChangeTrackingEnabled")
	t.VectorIcon = r.Text(n, "IconVectorName")
	t.SmallIcon = r.Text(n, "IconSmallName")
	t.MediumIcon = r.Text(n, "IconMediumName")
	t.Color = r.Text(n, "EntityColor")
	t.HelpURL = r.Text(n, "EntityHelpUrl")
	t.OfflineFilter = r.Text(n, "MobileOfflineFilters")
	t.DaysOffline = r.int(n, "DaysSinceRecordLastModified")
	t.DataProvider = r.guid(n, "DataProviderId")
	t.DataSource = r.guid(n, "DataSourceId")
	t.ExternalName = r.Text(n, "ExternalName")
	t.ExternalSetName = r.Text(n, "ExternalCollectionName")
	t.IntroducedVersion = r.Text(n, "IntroducedVersion")
	for c := range n.Child("attributes").Named("attribute") {
		if r.detail(c) {
			t.Columns = append(t.Columns, r.column(c))
		}
	}
	for c := range n.Child("EntityKeys").Named("EntityKey") {
		if r.detail(c) {
			t.Keys = append(t.Keys, r.key(c))
		}
	}
	r.features(t, n)
	r.queriesIn(n.Child("MobileOfflineFilters"), &t.Component)
}

// features reads what a table does or allows: each element that is a yes or no.
// Those that begin with "Can" tell what others may change once it is managed.
func (r *reader) features(t *Table, n xmltree.Node) {
	for c := range n.Children() {
		switch tag := c.Tag(); {
		case strings.HasPrefix(tag, "Can") || !isFlag(c.Text()):
		case tag == "IsCustomizable" || tag == "IsActivity" || tag == "IsAuditEnabled" || tag == "ChangeTrackingEnabled": // fields of a table
		case r.detail(c):
			t.Features = append(t.Features, TableFeature{r.flag(c), Feature(r.Keep(tag))})
		}
	}
}

func isFlag(s string) bool {
	return s == "0" || s == "1" || strings.EqualFold(s, "true") || strings.EqualFold(s, "false")
}

// tableRest reads the parts of a table that few tables have.
func (r *reader) tableRest(t *Table, n xmltree.Node) {
	for c := range r.list(n, "HierarchyRules", "HierarchyRule") {
		t.Hierarchies = append(t.Hierarchies, &Hierarchy{
			Range:        r.Tag(c),
			Name:         r.firstLocalized(c),
			ID:           r.guid(c, "HierarchyRuleID"),
			FormID:       r.guid(c, "PrimaryEntityFormID"),
			Table:        r.Text(c, "PrimaryEntityLogicalName"),
			ShowDisabled: r.flag(c, "ShowDisabled"),
		})
	}
	for c := range r.list(n, "indexes", "index") {
		i := &Index{Range: r.Tag(c), Name: r.Attr(c, "Name"), IsUnique: r.flag(c, "IsUnique")}
		for a := range r.list(c, "attributes", "attribute") {
			i.Columns = append(i.Columns, r.Attr(a, "Name"))
		}
		t.Indexes = append(t.Indexes, i)
	}
	for c := range r.list(n, "Strings", "Strings") {
		s := &TableString{Range: r.Tag(c), Key: r.Attr(c, "ResourceKey"), Unmodified: isUnmodified(c)}
		for text := range c.Named("String") {
			s.Texts = append(s.Texts, model.Localized{Text: r.Text(text), Language: leaves.Int(r.Attr(text, "languagecode"))})
		}
		t.Strings = append(t.Strings, s)
	}
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
	k := &Key{Range: r.Tag(n), Name: r.Text(n, "LogicalName"), SchemaName: r.Text(n, "Name")}
	for c := range n.Child("EntityKeyAttributes").Named("AttributeName") {
		k.Columns = append(k.Columns, r.Text(c))
	}
	return k
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
