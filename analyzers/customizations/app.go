package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
)

// A CanvasApp is a canvas app, component library or custom page.
type CanvasApp struct {
	Component
	DisplayName        model.Text
	Description        model.Text
	Kind               model.Number[CanvasAppType]
	AppVersion         model.Text
	Status             model.Text // "Ready"
	ClientVersion      model.Text // CreatedByClientVersion
	MinClientVersion   model.Text
	Tags               model.Text // JSON
	Connections        model.Text // ConnectionReferences: JSON
	Connectors         []ConnectorUse
	Databases          model.Text // DatabaseReferences: JSON
	Authorizations     model.Text // AuthorizationReferences: JSON
	AppComponents      model.Text // of a component library: JSON
	ComponentUses      model.Text // AppComponentDependencies: JSON
	TableUses          model.Text // CdsDependencies: JSON
	EmbeddedApp        model.Text
	Publisher          model.Text
	CommitMessage      model.Text
	BackgroundColor    model.Text
	GalleryItem        model.Text // GalleryItemId
	IsUpgraded         model.Flag // IsCdsUpgraded
	AppPass            model.Flag // CanConsumeAppPass
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
	OptimizedFor      model.Text
	Status            model.Int  // statuscode
	WelcomePageID     model.Text // GUID in lower case without braces
	Settings          []AppSetting
	Pages             []AppPage
}

// An AppSetting is the app's own value of a setting: the element appsetting.
type AppSetting struct {
	model.Text
	Name model.Text // settingdefinitionid.uniquename
}

// An AppPage is a canvas app that an app has as a page or as the library of its
// commands: the element appelement.
type AppPage struct {
	model.Range            // the start tag
	Name        model.Text // uniquename
	CanvasApp   model.Text // canvasappid/name
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

// A CustomControl is a code component (PCF).
type CustomControl struct {
	Component
	Manifest Reference
}

// A Role is a security role.
type Role struct {
	Component
	IsInherited    model.Flag // people have it by their teams too
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
	Kind              model.Text // OptionSetType
	Label             model.Text // localizedName
	LocalizedNames    []model.Localized
	Descriptions      []model.Localized
	IsGlobal          model.Flag
	IsCustomizable    model.Flag
	IntroducedVersion model.Text
	ExternalName      model.Text // ExternalTypeName: of a virtual table's
	Options           []Option
}

// An Option is one value of a choice.
type Option struct {
	model.Range // the start tag of option
	Value       model.Int
	Label       model.Text // the first one
	State       model.Int  // of a reason for a status: the value of its state
	Look        *OptionLook
}

// An OptionLook is how an option shows; options that show like any other have none.
type OptionLook struct {
	Color  model.Text
	Hidden model.Flag // IsHidden
}
