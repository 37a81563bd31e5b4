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
	o := &Choice{
		Kind:              r.Text(n, "OptionSetType"),
		Label:             r.Attr(n, "localizedName"),
		LocalizedNames:    r.Localized(n.Child("displaynames")),
		Descriptions:      r.Localized(n.Child("Descriptions")),
		IsGlobal:          r.flag(n, "IsGlobal"),
		IsCustomizable:    r.flag(n, "IsCustomizable"),
		IntroducedVersion: r.Text(n, "IntroducedVersion"),
		ExternalName:      r.Text(n, "ExternalTypeName"),
	}
	r.component(&o.Component, n, component.Choice, r.Attr(n, "Name"), model.Text{})
	o.Options = r.options(n)
	r.m.Choices = append(r.m.Choices, o)
}
