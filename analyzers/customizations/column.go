package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// A Column is a column of a table.
type Column struct {
	Component              // its Name is the logical name
	Kind        model.Text // Type: "nvarchar", "lookup" and so on
	SchemaName  model.Text // PhysicalName
	Custom      model.Flag // IsCustomField
	Secured     model.Flag // IsSecured
	SourceType  model.Number[ColumnSource]
	Required    model.Text // RequiredLevel: "none", "recommended", "required", "systemrequired"
	Format      model.Text
	MaxLength   model.Int
	Audited     model.Flag // IsAuditEnabled
	Label       model.Text // the first of displaynames
	Choice      model.Text // OptionSetName: the shared choice that it takes its options from
	Options     []Option   // of its own choice
	FormulaFile Reference  // FormulaDefinitionFileName
	Detail      *ColumnDetail
	IsDescribed bool // it has a description in some language
	NoCreate    bool // ValidForCreateApi is 0: a new row cannot be given a value
	NoUpdate    bool // ValidForUpdateApi is 0
}

// A ColumnDetail is what few kinds of columns have.
type ColumnDetail struct {
	Behavior     model.Number[DateBehavior]
	MinValue     model.Text
	MaxValue     model.Text
	Accuracy     model.Int
	Default      model.Text // AppDefaultValue
	AutoNumber   model.Text // AutoNumberFormat
	ExternalName model.Text // what the source of a virtual table calls it
	// The column that this one comes with: of the amount in the base currency, of
	// what a rollup is made from, of a name in Japanese script.
	CalculationOf, AggregateOf, YomiOf model.Text
}

// DateBehavior is how a date is shown in other time zones.
type DateBehavior int

// The values of Behavior.
const (
	UserLocal           DateBehavior = 1
	DateOnly            DateBehavior = 2
	TimeZoneIndependent DateBehavior = 3
)

// More returns what few kinds of columns have, all of it not set for others.
func (c *Column) More() ColumnDetail {
	if c.Detail == nil {
		return ColumnDetail{}
	}
	return *c.Detail
}

// ColumnSource says where the value of a column comes from.
type ColumnSource int

// The values of a column's SourceType.
const (
	Simple     ColumnSource = 0
	Calculated ColumnSource = 1
	Rollup     ColumnSource = 2
	Formula    ColumnSource = 3
)
