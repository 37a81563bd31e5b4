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

func (r *reader) aiModel(n xmltree.Node) {
	r.other(n, component.AIProject, r.Text(n, "msdyn_name"), r.Text(n, "msdyn_aimodelid"))
}

func (r *reader) other(n xmltree.Node, t component.Type, name, id model.Text) {
	o := new(Other)
	r.component(&o.Component, n, t, name, id)
	r.m.Others = append(r.m.Others, o)
}
