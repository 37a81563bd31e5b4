package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/model"
)

// A CanvasApp is a canvas app, component library or custom page.
type CanvasApp struct {
	Component
	DisplayName        model.Text
	Description        model.Text
	Kind               model.Number[CanvasAppType]
	AppVersion         model.Text
	ClientVersion      model.Text // CreatedByClientVersion
	Tags               model.Text // JSON
	Connections        model.Text // ConnectionReferences: JSON
	Connectors         []ConnectorUse
	Databases          model.Text // DatabaseReferences: JSON
	BypassConsent      model.Flag
	AdminBypassConsent model.Flag // AdminControlBypassConsent
	IsCustomizable     model.Flag
	IntroducedVersion  model.Text
	Document           Reference // the .msapp
	BackgroundImage    Reference
	Additional         []*Reference
}

// CanvasAppType tells canvas apps apart.
type CanvasAppType int

// The values of CanvasAppType.
const (
	StandaloneApp    CanvasAppType = 0
	ComponentLibrary CanvasAppType = 1
	CustomPage       CanvasAppType = 2
)

// An App is a model-driven app.
type App struct {
	Component
	LocalizedNames    []model.Localized
	Descriptions      []model.Localized
	FormFactor        model.Int
	ClientType        model.Number[ClientType]
	NavigationType    model.Int
	State             model.Int  // statecode
	IconID            model.Text // WebResourceId: GUID in lower case without braces
	IntroducedVersion model.Text
	Components        []*AppComponent
	Roles             []model.Text // GUIDs in lower case without braces
}

// ClientType is the client that an app is made for.
type ClientType int

// The values of ClientType.
const (
	LegacyWebClient  ClientType = 2
	UnifiedInterface ClientType = 4
)

// An AppComponent is something that an app shows.
type AppComponent struct {
	model.Range
	Type       model.Number[component.Type]
	SchemaName model.Text
	ID         model.Text // GUID in lower case without braces
}

// A SiteMap is the navigation of an app, or of the whole environment.
type SiteMap struct {
	Component
	SubAreas []*SubArea
}

// A SubArea is an entry of a site map.
type SubArea struct {
	model.Range // the start tag of SubArea
	ID          model.Text
	Table       model.Text // Entity
	URL         model.Text
	Icon        model.Text
	Page        model.Text // unique name of a custom page
	Sku         model.Text // where it shows: a list of "All", "Live", "OnPremise", "SPLA"
	Title       model.Text // the first one
	VectorIcon  model.Text
	IsChange    bool       // solutionaction: it only changes an entry of another solution
	Dashboard   model.Text // DefaultDashboard: GUID in lower case without braces
}

// A CustomControl is a code component (PCF).
type CustomControl struct {
	Component
	Manifest Reference
}

// A Role is a security role.
type Role struct {
	Component
	IsCustomizable model.Flag
	IsAutoAssigned model.Flag
	Description    model.Text
	Privileges     []Privilege
}

// A Privilege is what a role allows.
type Privilege struct {
	model.Range // the start tag of RolePrivilege
	Name        model.Text
	Level       model.Text // Basic, Local, Deep, Global
}

// A Choice is a set of options shared by columns.
type Choice struct {
	Component
	Kind    model.Text // OptionSetType
	Options []Option
}

// An Option is one value of a choice.
type Option struct {
	model.Range // the start tag of option
	Value       model.Int
	Label       model.Text // the first one
	State       model.Int  // of a reason for a status: the value of its state
}

// A Report is a report.
type Report struct {
	Component
	Kind model.Int // reporttypecode: 1 RDL, 2 other, 3 link
	File Reference
	// Providers are the data providers of its definition: "MSCRMFETCH", "SQL".
	Providers []model.Text
	// Queries are the FetchXML queries of its definition's data sets.
	Queries []*fetchxml.Query
}

// Title says in words which report is meant.
func (r *Report) Title() string { return `report "` + r.Ref().Name + `"` }
