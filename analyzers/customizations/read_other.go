package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

func (r *reader) connector(n xmltree.Node) {
	c := &Connector{
		DisplayName:      r.Text(n, "displayname"),
		Description:      r.Text(n, "description"),
		Kind:             r.int(n, "connectortype"),
		BrandColor:       r.Text(n, "iconbrandcolor"),
		ScriptOperations: r.Text(n, "scriptoperations"),
	}
	r.component(&c.Component, n, component.Connector, r.Text(n, "name"), r.Text(n, "connectorid"))
	r.refer(&c.OpenAPI, &c.Component, r.Text(n, "openapidefinition"))
	r.refer(&c.ConnectionParameters, &c.Component, r.Text(n, "connectionparameters"))
	r.refer(&c.Policies, &c.Component, r.Text(n, "policytemplateinstances"))
	r.refer(&c.Icon, &c.Component, r.Text(n, "iconblob"))
	r.refer(&c.Script, &c.Component, r.Text(n, "customcodeblobcontent"))
	r.m.Connectors = append(r.m.Connectors, c)
}

func (r *reader) connectionReference(n xmltree.Node) {
	c := &ConnectionReference{
		DisplayName:     r.Text(n, "connectionreferencedisplayname"),
		Description:     r.Text(n, "description"),
		ConnectorID:     r.Text(n, "connectorid"),
		CustomConnector: r.guid(n, "customconnectorid", "connectorid"),
		State:           r.int(n, "statecode"),
	}
	r.component(&c.Component, n, component.ConnectionReference, r.Attr(n, "connectionreferencelogicalname"), model.Text{})
	r.m.ConnectionReferences = append(r.m.ConnectionReferences, c)
}

// environmentVariable reads a definition in a file of its own, which is the same
// in all layouts.
func (r *reader) environmentVariable(n xmltree.Node) {
	v := &EnvironmentVariable{
		DisplayName:  r.Attr(n.Child("displayname"), "default"),
		Description:  r.Attr(n.Child("description"), "default"),
		Kind:         number[VariableType](r, n, "type"),
		DefaultValue: r.Text(n, "defaultvalue"),
		IsRequired:   r.flag(n, "isrequired"),
	}
	r.component(&v.Component, n, component.EnvironmentVariable, r.Attr(n, "schemaname"), model.Text{})
	if member, ok := r.files.Find(folderOf(r.source) + "/environmentvariablevalues.json"); ok {
		v.ValueMember = member
	}
	r.m.EnvironmentVariables = append(r.m.EnvironmentVariables, v)
}

// oldEnvironmentVariable reads a definition of the older form, which stands in
// customizations.xml.
func (r *reader) oldEnvironmentVariable(n xmltree.Node) {
	v := &EnvironmentVariable{
		DisplayName:  r.Attr(n.Child("DisplayName", "LocalizedNames", "LocalizedName"), "description"),
		Description:  r.Attr(n.Child("Description", "LocalizedNames", "LocalizedName"), "description"),
		Kind:         number[VariableType](r, n, "Type"),
		DefaultValue: r.Text(n, "DefaultValue"),
		IsRequired:   r.flag(n, "IsRequired"),
	}
	r.component(&v.Component, n, component.EnvironmentVariable, r.Text(n, "SchemaName"), model.Text{})
	r.m.EnvironmentVariables = append(r.m.EnvironmentVariables, v)
}

func (r *reader) role(n xmltree.Node) {
	o := &Role{IsCustomizable: r.flag(n, "IsCustomizable")}
	r.component(&o.Component, n, component.Role, r.Attr(n, "name"), r.Attr(n, "id"))
	for c := range n.Child("RolePrivileges").Named("RolePrivilege") {
		if r.detail(c) {
			o.Privileges = append(o.Privileges, Privilege{r.Tag(c), r.Attr(c, "name"), r.Attr(c, "level")})
		}
	}
	r.m.Roles = append(r.m.Roles, o)
}

func (r *reader) choice(n xmltree.Node) {
	o := &Choice{Kind: r.Text(n, "OptionSetType")}
	r.component(&o.Component, n, component.Choice, r.Attr(n, "Name"), model.Text{})
	o.Options = r.options(n)
	r.m.Choices = append(r.m.Choices, o)
}

func (r *reader) report(n xmltree.Node) {
	p := &Report{Kind: r.int(n, "reporttypecode")}
	r.component(&p.Component, n, component.Report, r.named(n, "name", "Name"), r.named(n, "reportid", "ReportId"))
	r.refer(&p.File, &p.Component, r.named(n, "FileName", "ExportedFileName"))
	r.m.Reports = append(r.m.Reports, p)
}

func (r *reader) connectionRole(n xmltree.Node) {
	r.other(n, component.ConnectionRole, r.Text(n, "name"), r.Text(n, "connectionroleid"))
}

func (r *reader) fieldSecurityProfile(n xmltree.Node) {
	r.other(n, component.FieldSecurity, r.Attr(n, "name"), r.Attr(n, "fieldsecurityprofileid"))
}

func (r *reader) aiModel(n xmltree.Node) {
	r.other(n, component.AIProject, r.Text(n, "msdyn_name"), r.Text(n, "msdyn_aimodelid"))
}

func (r *reader) other(n xmltree.Node, t component.Type, name, id model.Text) {
	o := new(Other)
	r.component(&o.Component, n, t, name, id)
	r.m.Others = append(r.m.Others, o)
}
