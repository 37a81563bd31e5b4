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
	RollupView  model.Text // CascadeRollupView
	Archive     model.Text // CascadeArchive

	IsHierarchical    model.Flag
	IsSearchable      model.Flag // IsValidForAdvancedFind
	IsCustomizable    model.Flag
	Description       model.Text // the first one
	IntroducedVersion model.Text
	Roles             []RelationshipRole
}

// A RelationshipRole is one side of a relationship.
type RelationshipRole struct {
	model.Range            // the start tag of EntityRelationshipRole
	Side        model.Int  // RelationshipRoleType: 0 is the referencing table, 1 the referenced one
	Property    model.Text // NavigationPropertyName: what the Web API calls it
	Display     model.Text // NavPaneDisplayOption: "UseCollectionName", "DoNotDisplay" and so on
	Area        model.Text // NavPaneArea
	Order       model.Int  // NavPaneOrder
	Labels      []model.Localized
}
