package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// relationship reads a relationship. The list that unpacked sources have beside
// the files holds names alone, and is passed over.
func (r *reader) relationship(n xmltree.Node) {
	kind := r.Text(n, "EntityRelationshipType")
	if !kind.IsSet() {
		return
	}
	s := &Relationship{
		Kind:        kind,
		Referencing: r.Text(n, "ReferencingEntityName"),
		Column:      r.Text(n, "ReferencingAttributeName"),
		Referenced:  r.Text(n, "ReferencedEntityName"),
		First:       r.Text(n, "FirstEntityName"),
		Second:      r.Text(n, "SecondEntityName"),
		Intersect:   r.Text(n, "IntersectEntityName"),
		Assign:      r.Text(n, "CascadeAssign"),
		Delete:      r.Text(n, "CascadeDelete"),
		Reparent:    r.Text(n, "CascadeReparent"),
		Share:       r.Text(n, "CascadeShare"),
		Unshare:     r.Text(n, "CascadeUnshare"),
		RollupView:  r.Text(n, "CascadeRollupView"),
		Archive:     r.Text(n, "CascadeArchive"),

		Description:       r.firstLabel(n.Child("RelationshipDescription", "Descriptions")),
		IsHierarchical:    r.flag(n, "IsHierarchical"),
		IsSearchable:      r.flag(n, "IsValidForAdvancedFind"),
		IsCustomizable:    r.flag(n, "IsCustomizable"),
		IntroducedVersion: r.Text(n, "IntroducedVersion"),
	}
	r.component(&s.Component, n, component.Relationship, r.Attr(n, "Name"), model.Text{})
	for c := range r.list(n, "EntityRelationshipRoles", "EntityRelationshipRole") {
		s.Roles = append(s.Roles, RelationshipRole{
			Range:    r.Tag(c),
			Side:     r.int(c, "RelationshipRoleType"),
			Property: r.Text(c, "NavigationPropertyName"),
			Display:  r.Text(c, "NavPaneDisplayOption"),
			Area:     r.Text(c, "NavPaneArea"),
			Order:    r.int(c, "NavPaneOrder"),
			Labels:   r.Localized(c.Child("CustomLabels")),
		})
	}
	r.m.Relationships = append(r.m.Relationships, s)
}
