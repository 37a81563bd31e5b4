package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// What Customer Service brings into a solution. Sources: CustomizationsSolution.xsd
// of the SDK 8 and 9.0; exports of 2020 and 2026 for SLAs and routing rules. Neither
// tells whether such a thing is active, nor which queue or user a rule leads to:
// exports leave that out.

// An SLA is a service level agreement: the element Sla.
type SLA struct {
	Component
	Table          model.Text // PrimaryEntityLogicalName; absent from older exports
	TableCode      model.Int  // PrimaryEntityOTC
	ApplicableFrom model.Text // the column whose time is counted from
	Description    model.Text
	Kind           model.Number[SLAType]
	Version        model.Number[SLAVersion]
	CanPause       model.Flag // AllowPauseResume
	Items          []*SLAItem
}

// SLAType says how an SLA is tracked.
type SLAType int

// The values of SLAType.
const (
	StandardSLA SLAType = 0
	EnhancedSLA SLAType = 1
)

// SLAVersion says which client an SLA was made in. Source: table reference of sla.
type SLAVersion int

// The values of SLAVersion.
const (
	WebClientSLA SLAVersion = 100000000
	UnifiedSLA   SLAVersion = 100000001
)

// An SLAItem is one promise of an SLA.
type SLAItem struct {
	Component
	Column         model.Text // relatedfield: the column of the KPI
	Description    model.Text
	ApplicableWhen model.Text // applicablewhenxml: XML in text
	Success        model.Text // successconditionsxml: XML in text
	Sequence       model.Int
	Workflow       model.Text // workflowid: GUID in lower case without braces
	FailureAfter   model.Text
	WarnAfter      model.Text
}

// A RoutingRule is a set of rules that puts cases into queues.
type RoutingRule struct {
	Component
	Description model.Text
	Items       []*RoutingRuleItem
}

// A RoutingRuleItem is one rule of a set.
type RoutingRuleItem struct {
	Component
	Description model.Text
	Condition   model.Text // ConditionXml: XML in text
}

// A ConvertRule makes records of e-mails and other activities.
type ConvertRule struct {
	Component
	SourceCode      model.Int  // SourceTypeCode: object type code of the activity
	Channel         model.Text // SourceChannelEntity: logical name of the activity
	ChannelGroup    model.Text // ChannelPropertyGroupId: GUID in lower case without braces
	Template        model.Text // ResponseTemplateId: GUID in lower case without braces
	Workflow        model.Text // WorkflowId: GUID in lower case without braces
	RecordVersion   model.Text
	ResolvedSince   model.Int
	UnknownSenders  model.Flag // AllowUnknownSender
	Responds        model.Flag // SendAutomaticResponse
	IfResolved      model.Flag // CheckIfResolved
	IfEntitled      model.Flag // CheckActiveEntitlement
	DirectMessages  model.Flag // CheckDirectMessages
	BlockedProfiles model.Flag // CheckBlockedSocialProfile
	Items           []*ConvertRuleItem
}

// A ConvertRuleItem says for some activities what becomes of them.
type ConvertRuleItem struct {
	Component
	Description model.Text
	Condition   model.Text // ConditionXml: XML in text
	Properties  model.Text // PropertiesXml: XML in text
	Workflow    model.Text // WorkflowId: GUID in lower case without braces
}

// A ChannelPropertyGroup is what a channel tells about its activities.
type ChannelPropertyGroup struct {
	Component
	Description model.Text
	Channel     model.Text // ChannelEntity: logical name of the activity
	Properties  []*ChannelProperty
}

// A ChannelProperty is one thing that a channel tells.
type ChannelProperty struct {
	Component
	Description model.Text
	DataType    model.Int
	Source      model.Text // ApplicationSource
}
