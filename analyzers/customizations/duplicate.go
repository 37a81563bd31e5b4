package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// A DuplicateRule says which rows of two tables, or of one, are taken for the
// same. It stands in a file of its own in every layout. Exports do not tell whether
// it is published. Sources: an export of 2026; table reference of duplicaterule.
type DuplicateRule struct {
	Component               // its Name is the unique name
	Label        model.Text // name
	Description  model.Text
	Base         model.Text // baseentityname: logical name of the table that is looked at
	Matching     model.Text // matchingentityname: logical name of the table that is searched
	SkipInactive model.Flag // excludeinactiverecords
	IsCased      model.Flag // iscasesensitive
	IsCustom     model.Flag // iscustomizable
	Conditions   []*DuplicateCondition
}

// A DuplicateCondition compares two columns.
type DuplicateCondition struct {
	model.Range
	Base         model.Text // baseattributename: a column of the rule's base table
	Matching     model.Text // matchingattributename: a column of the other one
	Operator     model.Number[DuplicateOperator]
	Parameter    model.Int  // operatorparam: the number of characters
	IgnoreBlanks model.Flag // ignoreblankvalues
}

// DuplicateOperator is how a condition compares. Source: table reference of
// duplicaterulecondition.
type DuplicateOperator int

// The values of operatorcode.
const (
	ExactMatch          DuplicateOperator = 0
	SameFirstCharacters DuplicateOperator = 1
	SameLastCharacters  DuplicateOperator = 2
	SameDate            DuplicateOperator = 3
	SameDateTime        DuplicateOperator = 4
	SameOptionLabel     DuplicateOperator = 5
	SameOptionValue     DuplicateOperator = 6
)

// An OfflineProfile says which rows the mobile app takes along: the element
// MobileOfflineProfile. Sources: CustomizationsSolution.xsd of the SDK 9.0; an
// export of 2026.
type OfflineProfile struct {
	Component
	Description model.Text
	Items       []*OfflineItem
}

// An OfflineItem says which rows of one table are taken along.
type OfflineItem struct {
	Component
	Table        model.Text // EntitySchemaName: the schema name
	Distribution model.Int  // RecordDistributionCriteria
	Mine         model.Flag // RecordsOwnedByMe
	MyTeams      model.Flag // RecordsOwnedByMyTeam
	MyUnits      model.Flag // RecordsOwnedByMyBusinessUnit
	Filter       model.Text // ProfileItemEntityFilter
	Associations []*OfflineAssociation
}

// An OfflineAssociation takes along the rows that a relationship leads to.
type OfflineAssociation struct {
	Component
	Relationship model.Text // RelationshipDisplayName
	Filter       model.Text // ProfileItemAssociationEntityFilter
}
