package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// A Model is what one solution consists of, but for the contents of its files.
// Everything is in the order in which it was read.
type Model struct {
	File   string // the member customizations.xml, empty where there is none
	Layout Layout
	// HasPlugInPackages is true where assemblies come in plug-in packages (.nupkg),
	// which list their types themselves.
	HasPlugInPackages bool

	Tables                []*Table
	Relationships         []*Relationship
	EntityMaps            []*EntityMap
	ImageColumns          []*ImageColumn
	TableImages           []*TableImage
	Dashboards            []*Form
	Dialogs               []*Form
	Ribbon                *Ribbon // of the application, nil for one that changes nothing
	Steps                 []*Step
	Assemblies            []*Assembly
	ServiceEndpoints      []*ServiceEndpoint
	WebResources          []*WebResource
	Processes             []*Process
	CanvasApps            []*CanvasApp
	Connectors            []*Connector
	ConnectionReferences  []*ConnectionReference
	EnvironmentVariables  []*EnvironmentVariable
	VariableValues        []*VariableValue // current values that come along
	CustomAPIs            []*CustomAPI
	CustomAPIParts        []*CustomAPIPart // of those above
	AppActions            []*AppAction
	Bots                  []*Bot
	BotComponents         []*BotComponent
	CustomControls        []*CustomControl
	Roles                 []*Role
	FieldSecurityProfiles []*FieldSecurityProfile
	Choices               []*Choice
	Apps                  []*App
	SiteMaps              []*SiteMap
	Reports               []*Report
	Templates             []*Template
	DataProviders         []*DataProvider
	DataSources           []*DataSource
	AIModels              []*AIModel
	ConnectionRoles       []*ConnectionRole
	SLAs                  []*SLA
	RoutingRules          []*RoutingRule
	ConvertRules          []*ConvertRule
	ChannelPropertyGroups []*ChannelPropertyGroup
	DuplicateRules        []*DuplicateRule
	OfflineProfiles       []*OfflineProfile
	Records               []*Record // all other kinds
	Associations          []*Association
	Retired               []*Retired
	Settings              []Setting
	Languages             []model.Int // LCIDs of the environment that it was exported from
	Embedded              []Query     // queries in parts other than views, charts and reports

	// Components are all of the above, forms and columns left out that belong to
	// a table, and parts of custom APIs: those are with what they belong to.
	Components []*Component
	// References are all files that components name.
	References []*Reference

	Problems []unit.Problem
}

// Unread returns what could not be read.
func (m *Model) Unread() []unit.Problem { return m.Problems }

// Layout says how a solution lies in its unit.
type Layout int

// The layouts.
const (
	None     Layout = iota // no solution was found
	Packed                 // as in a solution zip: customizations.xml holds everything
	Unpacked               // as SolutionPackager writes it: a file for each component
)

// A Component is what all parts of a solution have.
type Component struct {
	model.Range // the start tag of its element
	Type        component.Type
	Name        model.Text // the name that root components and other parts use, or the display name of what is known by its ID
	ID          model.Text // GUID in lower case without braces
	Source      string     // the member it was read from
	Unmodified  bool       // a mere reference: exported only because another part refers to it
}

// Ref names the component in findings.
func (c *Component) Ref() component.Ref {
	name := c.Name.Value
	if name == "" {
		name = c.ID.Value
	}
	return component.Ref{Type: c.Type, Name: name}
}

// A Reference is a file that a component names. Its text is the path as written:
// "/WebResources/new_scriptA1B2".
type Reference struct {
	model.Text
	Of     *Component
	Member string // the member of that path; where Match is NotFound, the one that was looked for
	Match  Match
}

// Exists reports whether the unit holds the file.
func (r *Reference) Exists() bool { return r.Match != NotFound }

// Match says how a reference found its file.
type Match int

// The ways, from the worst to the best.
const (
	NotFound  Match = iota
	OtherCase       // a member whose name differs in the case of letters
	Beside          // in unpacked sources: the file beside the component's own
	Exact
)
