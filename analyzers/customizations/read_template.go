package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

func (r *reader) emailTemplate(n xmltree.Node) {
	t := r.template(n, component.EmailTemplate, "title", "templateid")
	t.Table = r.int(n, "templatetypecode")
	t.MIMEType = r.Text(n, "mimetype")
	t.IsPersonal = r.flag(n, "ispersonal")
	t.Subject = r.Text(n, "subject")
	t.Body = r.Text(n, "body")
	t.Layout = r.Text(n, "presentationxml")
}

func (r *reader) articleTemplate(n xmltree.Node) {
	t := r.template(n, component.ArticleTemplate, "title", "kbarticletemplateid")
	t.Body = r.Text(n, "structurexml")
	t.Layout = r.Text(n, "formatxml")
}

func (r *reader) contractTemplate(n xmltree.Node) {
	t := r.template(n, component.ContractTemplate, "name", "contracttemplateid")
	t.Abbreviation = r.Text(n, "abbreviation")
}

// template reads what all templates have.
func (r *reader) template(n xmltree.Node, kind component.Type, name, id string) *Template {
	t := &Template{
		Description:       r.Text(n, "description"),
		Language:          r.int(n, "languagecode"),
		IsCustomizable:    r.flag(n, "IsCustomizable"),
		IntroducedVersion: r.Text(n, "IntroducedVersion"),
	}
	r.component(&t.Component, n, kind, r.Text(n, name), r.Text(n, id))
	r.m.Templates = append(r.m.Templates, t)
	return t
}

func (r *reader) connectionRole(n xmltree.Node) {
	c := &ConnectionRole{
		Description:       r.Text(n, "description"),
		Category:          r.int(n, "category"),
		IsCustomizable:    r.flag(n, "IsCustomizable"),
		IntroducedVersion: r.Text(n, "IntroducedVersion"),
	}
	r.component(&c.Component, n, component.ConnectionRole, r.Text(n, "name"), r.Text(n, "connectionroleid"))
	for t := range r.list(n, "ConnectionRoleObjectTypeCodes", "ConnectionRoleObjectTypeCode") {
		c.Tables = append(c.Tables, r.Text(t, "associatedobjecttypecode"))
	}
	r.m.ConnectionRoles = append(r.m.ConnectionRoles, c)
}

// connectionRolePair reads which role is the other side of one.
func (r *reader) connectionRolePair(n xmltree.Node) {
	if r.detail(n) {
		r.m.Associations = append(r.m.Associations, &Association{
			Range: r.Tag(n), Table: "connectionroleassociation", Source: r.source, Ends: []Field{
				{"connectionroleid", r.guid(n, "connectionroleid")},
				{"associatedconnectionroleid", r.guid(n, "associatedconnectionroleid")},
			},
		})
	}
}

func (r *reader) entityMap(n xmltree.Node) {
	m := &EntityMap{Source: r.Text(n, "EntitySource"), Target: r.Text(n, "EntityTarget")}
	r.component(&m.Component, n, component.EntityMap, m.Source, model.Text{})
	for c := range r.list(n, "AttributeMaps", "AttributeMap") {
		m.ColumnPairs = append(m.ColumnPairs, ColumnPair{r.Tag(c), r.Text(c, "AttributeSource"), r.Text(c, "AttributeTarget")})
	}
	r.m.EntityMaps = append(r.m.EntityMaps, m)
}

func (r *reader) imageColumn(n xmltree.Node) {
	c := &ImageColumn{
		Table:     r.Text(n, "parententitylogicalname"),
		Column:    r.Text(n, "attributelogicalname"),
		KeepsFull: r.flag(n, "canstorefullimage"),
	}
	name := c.Table
	name.Value = r.Keep(c.Table.Value + " " + c.Column.Value)
	r.component(&c.Component, n, component.ImageColumn, name, model.Text{})
	r.m.ImageColumns = append(r.m.ImageColumns, c)
}

func (r *reader) tableImage(n xmltree.Node) {
	c := &TableImage{Table: r.Text(n, "parententitylogicalname"), Column: r.Text(n, "primaryimageattribute")}
	r.component(&c.Component, n, component.TableImage, c.Table, model.Text{})
	r.m.TableImages = append(r.m.TableImages, c)
}

// settings reads a group of settings of the organization.
func (r *reader) settings(n xmltree.Node) {
	for c := range n.Children() {
		if r.detail(c) {
			r.m.Settings = append(r.m.Settings, Setting{r.Text(c), r.Keep(n.Tag()), r.Keep(c.Tag())})
		}
	}
}
