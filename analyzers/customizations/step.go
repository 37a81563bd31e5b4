package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// A Step is the registration of a plug-in type, or of a service endpoint, for a
// message: SdkMessageProcessingStep. An export does not tell whether it is
// disabled.
type Step struct {
	Component

	MessageID            model.Text // GUID in lower case without braces
	Message              Message
	PlugInType           TypeName
	PlugInTypeID         model.Text // GUID in lower case without braces
	Table                model.Text // PrimaryEntity; empty or absent for any table
	SecondaryTable       model.Text
	FilteringAttributes  model.Text
	FilteringColumns     []model.Text // the parts of FilteringAttributes, each in its place
	Stage                model.Number[Stage]
	Mode                 model.Number[Mode]
	Rank                 model.Int
	Configuration        model.Text // the unsecure one
	SupportedDeployment  model.Number[Deployment]
	InvocationSource     model.Int
	Impersonating        model.Text // ImpersonatingUserIdName
	EventHandlerType     model.Number[HandlerType]
	EventHandler         model.Text
	AsyncAutoDelete      model.Flag
	IsCustomizable       model.Flag
	IsHidden             model.Flag
	Description          model.Text
	IntroducedVersion    model.Text
	ExpressionUniqueName model.Text // fxexpressionid/uniquename: a Power Fx plug-in
	Images               []*StepImage
}

// Stage is where in the pipeline a step runs.
type Stage int

// The stages that can be registered.
const (
	PreValidation           Stage = 10
	PreOperation            Stage = 20
	PostOperation           Stage = 40
	PostOperationDeprecated Stage = 50 // for plug-ins of Dynamics CRM 4.0
)

// Mode is when a step or a process runs.
type Mode int

// The modes of steps. Processes count the other way round, see [ProcessMode].
const (
	Synchronous  Mode = 0
	Asynchronous Mode = 1
)

// Deployment is where a step runs.
type Deployment int

// The values of SupportedDeployment.
const (
	ServerOnly    Deployment = 0
	OutlookOnly   Deployment = 1
	ServerOutlook Deployment = 2
)

// HandlerType is the object type code of what a step calls.
type HandlerType int

// The values of EventHandlerTypeCode.
const (
	PlugInTypeHandler      HandlerType = 4602
	ServiceEndpointHandler HandlerType = 4618
)

// A StepImage is a copy of the record that a step asks for.
type StepImage struct {
	Component
	ImageType       model.Number[ImageType]
	Alias           model.Text // EntityAlias
	Attributes      model.Text
	Columns         []model.Text // the parts of Attributes, each in its place; none for all columns
	MessageProperty model.Text
	IsCustomizable  model.Flag
}

// ImageType says when an image is taken.
type ImageType int

// The values of ImageType.
const (
	PreImage  ImageType = 0
	PostImage ImageType = 1
	BothImage ImageType = 2
)
