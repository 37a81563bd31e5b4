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
	OriginalName   model.Text // Name/@OriginalName: of a system table that was renamed
	ObjectTypeCode model.Int
	HasInfo        bool // it has EntityInfo: the definition and not only forms or views

	// From EntityInfo/entity.
	Info              model.Range // its start tag
	InfoUnmodified    bool        // a reference to a definition, in a table that the solution does change
	SetName           model.Text  // EntitySetName
	LocalizedNames    []model.Localized
	CollectionNames   []model.Localized // LocalizedCollectionNames
	Descriptions      []model.Localized
	Ownership         model.Text     // OwnershipTypeMask
	Features          []TableFeature // in the order of the file
	IsCustomizable    model.Flag
	IsActivity        model.Flag
	IsAuditEnabled    model.Flag
	ChangeTracking    model.Flag
	VectorIcon        model.Text // IconVectorName
	SmallIcon         model.Text // IconSmallName
	MediumIcon        model.Text // IconMediumName
	Color             model.Text // EntityColor
	HelpURL           model.Text
	OfflineFilter     model.Text // MobileOfflineFilters: FetchXML in text
	DaysOffline       model.Int  // DaysSinceRecordLastModified
	DataProvider      model.Text // DataProviderId, of a virtual table: GUID in lower case without braces
	DataSource        model.Text // DataSourceId, likewise
	ExternalName      model.Text // what a virtual table's source calls it
	ExternalSetName   model.Text // ExternalCollectionName
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
	Indexes     []*Index
	Strings     []*TableString
}

// A TableFeature is a yes or no about a table.
type TableFeature struct {
	model.Flag
	Name Feature
}

// A Feature is something that a table does or allows, by the element that tells
// it. Others than those that have names here are read too, but for the fields of
// [Table].
type Feature string

// Features of tables.
const (
	DuplicateDetection  Feature = "IsDuplicateCheckSupported"
	ProcessFlows        Feature = "IsBusinessProcessEnabled"
	Connections         Feature = "IsConnectionsEnabled"
	DocumentManagement  Feature = "IsDocumentManagementEnabled"
	SLAs                Feature = "IsSLAEnabled"
	QuickCreate         Feature = "IsQuickCreateEnabled"
	MailMerge           Feature = "IsMailMergeEnabled"
	InteractiveService  Feature = "IsInteractionCentricEnabled"
	ProcessFlowTable    Feature = "IsBPFEntity"
	MobileClient        Feature = "IsVisibleInMobileClient"
	MobileOffline       Feature = "IsOfflineInMobileClient"
	HelpPage            Feature = "EntityHelpUrlEnabled"
	StateTransitions    Feature = "EnforceStateTransitions"
	SearchIndex         Feature = "SyncToExternalSearchIndex"
	RequiredOffline     Feature = "IsRequiredOffline"
	ReadAudit           Feature = "IsRetrieveAuditEnabled"
	ReadManyAudit       Feature = "IsRetrieveMultipleAuditEnabled"
	ActivityParty       Feature = "IsActivityParty"
	KnowledgeManagement Feature = "IsKnowledgeManagementEnabled"
)

// Feature returns what the solution tells about a feature, not set where it says
// nothing.
func (t *Table) Feature(name Feature) model.Flag {
	for i := range t.Features {
		if t.Features[i].Name == name {
			return t.Features[i].Flag
		}
	}
	return model.Flag{}
}

// A Hierarchy is a hierarchy setting of a table: the element HierarchyRule.
type Hierarchy struct {
	model.Range             // the start tag
	Name         model.Text // the first localized name
	ID           model.Text // GUID in lower case without braces
	FormID       model.Text // the quick form that shows a row: GUID in lower case without braces
	Table        model.Text // PrimaryEntityLogicalName
	ShowDisabled model.Flag
}

// An Index is an index of the table in the database.
type Index struct {
	model.Range // the start tag
	Name        model.Text
	IsUnique    model.Flag
	Columns     []model.Text
}

// A TableString is a text of the platform that a solution words anew for a table.
type TableString struct {
	model.Range            // the start tag
	Key         model.Text // ResourceKey
	Texts       []model.Localized
	Unmodified  bool
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

// A Key is an alternate key: columns that together name a row.
type Key struct {
	model.Range            // the start tag of EntityKey
	Name        model.Text // LogicalName
	SchemaName  model.Text // Name
	Columns     []model.Text
}
