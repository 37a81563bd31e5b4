package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

func (r *reader) fieldSecurityProfile(n xmltree.Node) {
	p := &FieldSecurityProfile{Description: r.Attr(n, "description")}
	r.component(&p.Component, n, component.FieldSecurity, r.Attr(n, "name"), r.Attr(n, "fieldsecurityprofileid"))
	for c := range n.Child("FieldPermissions").Named("FieldPermission") {
		if r.detail(c) {
			p.Permissions = append(p.Permissions, FieldPermission{
				Range:     r.Tag(c),
				Table:     r.Text(c, "EntityName"),
				Column:    r.Text(c, "AttributeName"),
				CanRead:   number[Allowance](r, c, "CanRead"),
				CanUpdate: number[Allowance](r, c, "CanUpdate"),
				CanCreate: number[Allowance](r, c, "CanCreate"),
			})
		}
	}
	r.m.FieldSecurityProfiles = append(r.m.FieldSecurityProfiles, p)
}

func (r *reader) role(n xmltree.Node) {
	o := &Role{
		IsInherited:    leaves.Flag(r.Attr(n, "isinherited")),
		IsCustomizable: r.flag(n, "IsCustomizable"),
		IsAutoAssigned: r.flag(n, "IsAutoAssigned"),
		Description:    r.Text(n, "Description"),
	}
	r.component(&o.Component, n, component.Role, r.Attr(n, "name"), r.Attr(n, "id"))
	for c := range n.Child("RolePrivileges").Named("RolePrivilege") {
		if r.detail(c) {
			o.Privileges = append(o.Privileges, Privilege{r.Tag(c), r.Attr(c, "name"), r.Attr(c, "level")})
		}
	}
	r.m.Roles = append(r.m.Roles, o)
}

// language reads a language that the environment of the export had.
func (r *reader) language(n xmltree.Node) {
	if l := r.int(n); l.IsSet() && r.detail(n) {
		r.m.Languages = append(r.m.Languages, l)
	}
}

// retired reads parts that the platform has no more.
func (r *reader) retired(n xmltree.Node) {
	c := new(Retired)
	c.Element = r.Keep(n.Tag())
	r.component(&c.Component, n, retiredType(n.Tag()), r.named(n, "Name", "name", "title", "UniqueName"), model.Text{})
	r.m.Retired = append(r.m.Retired, c)
}

// isvConfig reads the menus of ISV.Config, the first of them: the element itself
// stays, for it holds settings of the service calendar, which are not retired.
func (r *reader) isvConfig(n xmltree.Node) {
	menus := func(yield func(xmltree.Node) bool) {
		for menu := range n.Child("Root").Children() {
			if !yield(menu) {
				return
			}
		}
		for entity := range n.Child("Entities").Named("Entity") {
			for menu := range entity.Children() {
				if !yield(menu) {
					return
				}
			}
		}
	}
	for menu := range menus {
		c := &Retired{Element: "IsvConfig"}
		r.component(&c.Component, menu, 0, model.Text{Value: r.Keep(menu.Tag()), Range: r.Tag(menu)}, model.Text{})
		r.m.Retired = append(r.m.Retired, c)
		return
	}
}

// retiredType returns the type code of a kind of component, 0 where there is none.
func retiredType(element string) component.Type {
	if element == "mailmergetemplate" {
		return component.MailMergeTemplate
	}
	return 0
}
