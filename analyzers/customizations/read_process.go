package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// processSkips are the parts of a process whose contents are not read: a desktop
// flow's run to megabytes.
func processSkips() []string {
	return []string{"Definition", "Metadata", "Inputs", "Outputs", "ConnectionReferences", "Dependencies", "DesktopFlowModules"}
}

func (r *reader) process(n xmltree.Node) {
	p := &Process{
		Category:            number[Category](r, n, "Category"),
		Kind:                number[ProcessType](r, n, "Type"),
		Mode:                number[ProcessMode](r, n, "Mode"),
		Scope:               number[Scope](r, n, "Scope"),
		State:               number[State](r, n, "StateCode"),
		Status:              r.int(n, "StatusCode"),
		RunAs:               number[Runner](r, n, "RunAs"),
		Table:               r.Text(n, "PrimaryEntity"),
		UniqueName:          r.Text(n, "UniqueName"),
		LocalizedNames:      r.Localized(n.Child("LocalizedNames")),
		Description:         r.Attr(n, "Description"),
		Descriptions:        r.Localized(n.Child("Descriptions")),
		IntroducedVersion:   r.Text(n, "IntroducedVersion"),
		OnDemand:            r.flag(n, "OnDemand"),
		OnCreate:            r.flag(n, "TriggerOnCreate"),
		OnDelete:            r.flag(n, "TriggerOnDelete"),
		OnUpdate:            r.Text(n, "TriggerOnUpdateAttributeList"),
		CreateStage:         number[Stage](r, n, "CreateStage"),
		UpdateStage:         number[Stage](r, n, "UpdateStage"),
		DeleteStage:         number[Stage](r, n, "DeleteStage"),
		Subprocess:          r.flag(n, "Subprocess"),
		AsyncAutoDelete:     r.flag(n, "AsyncAutodelete"),
		LogOnFailure:        r.flag(n, "SyncWorkflowLogOnFailure"),
		IsTransacted:        r.flag(n, "IsTransacted"),
		IsCustomizable:      r.flag(n, "IsCustomizable"),
		MessageID:           r.guid(n, "SdkMessageId"),
		BusinessProcessType: r.int(n, "BusinessProcessType"),
		ModernFlowType:      number[ModernFlowType](r, n, "ModernFlowType"),
		DesktopFlowType:     number[DesktopFlowType](r, n, "UIFlowType"),
		BillingContext:      r.Text(n, "BillingContext"),
		FormID:              r.guid(n, "FormId"),
		TriggerFormID:       r.guid(n, "ProcessTriggerFormId"),
		TriggerScope:        r.int(n, "ProcessTriggerScope"),
		Order:               r.int(n, "processorder"),
		RolesXML:            r.Text(n, "processroleassignment"),
		Language:            r.int(n, "LanguageCode"),
		Renderer:            r.int(n, "RendererObjectTypeCode"),
		SchemaVersion:       r.Text(n, "SchemaVersion"),
		OpenToSteps:         r.flag(n, "IsCustomProcessingStepAllowedForOtherPublishers"),
		Definition:          r.Content(n.Child("Definition")),
		Metadata:            r.Content(n.Child("Metadata")),
		Inputs:              r.Content(n.Child("Inputs")),
		Outputs:             r.Content(n.Child("Outputs")),
		Connections:         r.Content(n.Child("ConnectionReferences")),
		Dependencies:        r.Content(n.Child("Dependencies")),
		DesktopModules:      r.Content(n.Child("DesktopFlowModules")),
	}
	r.component(&p.Component, n, component.Process, r.Attr(n, "Name"), r.Attr(n, "WorkflowId"))
	p.OnUpdateColumns = r.List(p.OnUpdate)
	r.processParts(p, n)
	r.refer(&p.JSON, &p.Component, r.Text(n, "JsonFileName"))
	r.refer(&p.XAML, &p.Component, r.Text(n, "XamlFileName"))
	r.m.Processes = append(r.m.Processes, p)
}

func (r *reader) processParts(p *Process, n xmltree.Node) {
	for c := range r.list(n, "ProcessTriggers", "ProcessTrigger") {
		p.Triggers = append(p.Triggers, ProcessTrigger{
			Range:  r.Tag(c),
			ID:     r.GUID(r.Attr(c, "processtriggerid")),
			Event:  r.Text(c, "event"),
			Column: r.Text(c, "controlname"),

			ControlKind: r.int(c, "controltype"),
			Stage:       number[Stage](r, c, "pipelinestage"),
			Method:      r.guid(c, "methodid"),

			Table:  r.Text(c, "primaryentitytypecode"),
			FormID: r.guid(c, "formid"),
			Scope:  r.int(c, "scope"),
		})
	}
	for c := range r.list(n, "labels", "steplabels") {
		p.StepLabels = append(p.StepLabels, StepLabel{r.Tag(c), r.GUID(r.Attr(c, "id")), r.Localized(c)})
	}
}
