package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// A Process is a classic workflow, dialog, business rule, action, business
// process flow, cloud flow or desktop flow: the element Workflow.
type Process struct {
	Component
	Category          model.Number[Category]
	Kind              model.Number[ProcessType]
	Mode              model.Number[ProcessMode]
	Scope             model.Number[Scope]
	State             model.Number[State] // StateCode
	Status            model.Int           // StatusCode
	RunAs             model.Number[Runner]
	Table             model.Text // PrimaryEntity, "none" for flows
	UniqueName        model.Text
	LocalizedNames    []model.Localized
	Description       model.Text
	Descriptions      []model.Localized
	IntroducedVersion model.Text

	OnDemand            model.Flag
	OnCreate            model.Flag // TriggerOnCreate
	OnDelete            model.Flag // TriggerOnDelete
	OnUpdate            model.Text // TriggerOnUpdateAttributeList
	OnUpdateColumns     []model.Text
	CreateStage         model.Number[Stage]
	UpdateStage         model.Number[Stage]
	DeleteStage         model.Number[Stage]
	Subprocess          model.Flag
	AsyncAutoDelete     model.Flag
	LogOnFailure        model.Flag // SyncWorkflowLogOnFailure
	IsTransacted        model.Flag
	IsCustomizable      model.Flag
	MessageID           model.Text // of an action: GUID in lower case without braces
	BusinessProcessType model.Int
	ModernFlowType      model.Number[ModernFlowType]
	DesktopFlowType     model.Number[DesktopFlowType] // UIFlowType
	BillingContext      model.Text
	FormID              model.Text // of a business rule: GUID in lower case without braces
	TriggerFormID       model.Text // ProcessTriggerFormId: GUID in lower case without braces
	TriggerScope        model.Int  // ProcessTriggerScope
	Triggers            []ProcessTrigger
	Order               model.Int  // processorder, among the business process flows of a table
	RolesXML            model.Text // processroleassignment: XML in text that names the roles by GUID
	StepLabels          []StepLabel
	Language            model.Int // LanguageCode; 0 where there is none
	// Renderer is RendererObjectTypeCode: the object type code of what the process was
	// made for, an SLA say. People do not see such a process.
	Renderer      model.Int
	SchemaVersion model.Text // of a desktop flow
	OpenToSteps   model.Flag // IsCustomProcessingStepAllowedForOtherPublishers

	JSON       Reference // JsonFileName
	XAML       Reference // XamlFileName
	Connectors []ConnectorUse
	Variables  []model.Text // of a cloud flow: schema names of the environment variables among its parameters

	// The parts of a desktop flow in the newer form, whose contents are not read:
	// each is the place of an element, and its text is JSON or a JSON string.
	Definition, Metadata, Inputs, Outputs     model.Range
	Connections, Dependencies, DesktopModules model.Range
}

// A ProcessTrigger is what makes a business rule run on a form.
type ProcessTrigger struct {
	model.Range            // the start tag
	ID          model.Text // GUID in lower case without braces
	Event       model.Text // "load", "change"
	Column      model.Text // controlname: of a change
	ControlKind model.Int  // controltype: 1 where Column is one
	Stage       model.Number[Stage]
	Method      model.Text // methodid: GUID in lower case without braces
	Table       model.Text // primaryentitytypecode: logical name
	FormID      model.Text // GUID in lower case without braces
	Scope       model.Int
}

// A StepLabel is the text of one step of a process.
type StepLabel struct {
	model.Range            // the start tag of steplabels
	ID          model.Text // GUID in lower case without braces
	Texts       []model.Localized
}

// Category is the kind of a process.
type Category int

// The values of Category.
const (
	ClassicWorkflow     Category = 0
	Dialog              Category = 1
	BusinessRule        Category = 2
	Action              Category = 3
	BusinessProcessFlow Category = 4
	CloudFlow           Category = 5
	DesktopFlow         Category = 6
	AIFlow              Category = 7
	WebClientFlow       Category = 9000
)

// ProcessType says what a record of a process is.
type ProcessType int

// The values of Type.
const (
	ProcessDefinition ProcessType = 1
	ProcessActivation ProcessType = 2
	ProcessTemplate   ProcessType = 3
)

// ProcessMode is when a process runs.
type ProcessMode int

// The values of a process's Mode.
const (
	Background ProcessMode = 0
	RealTime   ProcessMode = 1
)

// Scope says whose records start a process.
type Scope int

// The values of Scope.
const (
	UserScope         Scope = 1
	BusinessUnitScope Scope = 2
	ParentUnitScope   Scope = 3
	OrganizationScope Scope = 4
)

// State is whether a process runs at all.
type State int

// The values of StateCode.
const (
	Draft     State = 0
	Activated State = 1
	Suspended State = 2
)

// Runner is in whose name a process runs.
type Runner int

// The values of RunAs.
const (
	AsOwner  Runner = 0
	AsCaller Runner = 1
)

// ModernFlowType tells cloud flows apart.
type ModernFlowType int

// The values of ModernFlowType; absent means PowerAutomateFlow.
const (
	PowerAutomateFlow ModernFlowType = 0
	AgentFlow         ModernFlowType = 1
	M365AgentFlow     ModernFlowType = 2
)

// DesktopFlowType is what recorded a desktop flow.
type DesktopFlowType int

// The values of UIFlowType.
const (
	WindowsRecorder      DesktopFlowType = 0
	SeleniumIDE          DesktopFlowType = 1
	PowerAutomateDesktop DesktopFlowType = 2
	TestFlow             DesktopFlowType = 3
	RecordingFlow        DesktopFlowType = 101
)
