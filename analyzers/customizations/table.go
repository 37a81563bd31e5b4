package customizations

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
)

// A Table is the part of a table that the solution holds. Its Name is the
// schema name as Entity/Name has it; compare it without regard to case.
type Table struct {
	Component
	LocalizedName  model.Text // Name/@LocalizedName
	ObjectTypeCode model.Int
	HasInfo        bool // it has EntityInfo: the definition and not only forms or views

	// From EntityInfo/entity.
	Info              model.Range // its start tag
	SetName           model.Text  // EntitySetName
	LocalizedNames    []model.Localized
	Descriptions      []model.Localized
	Ownership         model.Text // OwnershipTypeMask
	IsCustomizable    model.Flag
	IsActivity        model.Flag
	IsAuditEnabled    model.Flag
	ChangeTracking    model.Flag
	VectorIcon        model.Text // IconVectorName
	HelpURL           model.Text
	IntroducedVersion model.Text
	Columns           []*Column
	Keys              []*Key

	Forms  []*Form
	Views  []*View
	Charts []*Chart
	Ribbon *Ribbon // nil for one that changes nothing

	// Grids are the custom controls that show the rows of the table where a view or
	// subgrid names no other: CustomControlDefaultConfigs. They are for no control.
	Grids       []*ControlBinding
	Hierarchies []*Hierarchy
}

// A Hierarchy is a hierarchy setting of a table: the element HierarchyRule.
type Hierarchy struct {
	model.Range            // the start tag
	Name        model.Text // the first localized name
}

// IsDefined reports whether the solution holds the definition of the table and
// not only changes to it: an export of a managed or a system table leaves out
// the columns that the solution did not change, or marks them as unmodified, and
// the primary key is never changed.
func (t *Table) IsDefined() bool {
	return slices.ContainsFunc(t.Columns, func(c *Column) bool {
		return strings.EqualFold(c.Kind.Value, "primarykey") && !c.Unmodified
	})
}

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
	Choice      model.Text // OptionSetName: the shared choice that it takes its options from
	Options     []Option   // of its own choice
	FormulaFile Reference  // FormulaDefinitionFileName
	IsDescribed bool       // it has a description in some language
}

// A Key is an alternate key: columns that together name a row.
type Key struct {
	model.Range // the start tag of EntityKey
	Name        model.Text
	Columns     []model.Text
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
