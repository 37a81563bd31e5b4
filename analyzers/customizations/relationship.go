package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// A Relationship is a relationship of two tables.
type Relationship struct {
	Component              // its Name is the schema name
	Kind        model.Text // EntityRelationshipType: OneToMany, ManyToMany
	Referencing model.Text // the table with the lookup column
	Column      model.Text // ReferencingAttributeName: the lookup column
	Referenced  model.Text // the table that the lookup leads to
	First       model.Text // of a relationship of many to many
	Second      model.Text
	Intersect   model.Text // the table between those two
	Assign      model.Text // CascadeAssign: Cascade, NoCascade, Active, UserOwned
	Delete      model.Text // CascadeDelete: Cascade, NoCascade, RemoveLink, Restrict
	Reparent    model.Text
	Share       model.Text
	Unshare     model.Text
}
