package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

func (r *reader) sla(n xmltree.Node) {
	s := &SLA{
		Table:          r.Attr(n, "PrimaryEntityLogicalName"),
		TableCode:      leaves.Int(r.named(n, "PrimaryEntityOTC")),
		ApplicableFrom: r.Text(n, "ApplicableFrom"),
		Description:    r.Text(n, "Description"),
		Kind:           number[SLAType](r, n, "SLAType"),
		Version:        number[SLAVersion](r, n, "SLAVersion"),
		CanPause:       r.flag(n, "AllowPauseResume"),
	}
	r.component(&s.Component, n, component.SLA, r.named(n, "Name"), r.named(n, "SLAId"))
	for c := range r.list(n, "SlaItems", "SlaItem") {
		s.Items = append(s.Items, r.slaItem(c))
	}
	r.m.SLAs = append(r.m.SLAs, s)
}

func (r *reader) slaItem(n xmltree.Node) *SLAItem {
	return &SLAItem{
		Component:      r.inner(n, component.SLAItem, r.named(n, "name"), r.named(n, "slaitemid")),
		Column:         r.Text(n, "relatedfield"),
		Description:    r.Text(n, "description"),
		ApplicableWhen: r.Text(n, "applicablewhenxml"),
		Success:        r.Text(n, "successconditionsxml"),
		Sequence:       r.int(n, "sequencenumber"),
		Workflow:       r.guid(n, "workflowid"),
		FailureAfter:   r.Text(n, "failureafter"),
		WarnAfter:      r.Text(n, "warnafter"),
	}
}

func (r *reader) routingRule(n xmltree.Node) {
	o := &RoutingRule{Description: r.Text(n, "Description")}
	r.component(&o.Component, n, component.RoutingRule, r.named(n, "Name"), r.named(n, "RoutingRuleId"))
	for c := range r.list(n, "RoutingRuleItems", "RoutingRuleItem") {
		o.Items = append(o.Items, &RoutingRuleItem{
			Component:   r.inner(c, component.RoutingRuleItem, r.named(c, "Name"), r.Attr(c, "RoutingRuleItemId")),
			Description: r.Text(c, "Description"),
			Condition:   r.Text(c, "ConditionXml"),
		})
	}
	r.m.RoutingRules = append(r.m.RoutingRules, o)
}

func (r *reader) convertRule(n xmltree.Node) {
	o := &ConvertRule{
		SourceCode:      r.int(n, "SourceTypeCode"),
		Channel:         r.Text(n, "SourceChannelEntity"),
		ChannelGroup:    r.guid(n, "ChannelPropertyGroupId"),
		Template:        r.guid(n, "ResponseTemplateId"),
		Workflow:        r.guid(n, "WorkflowId"),
		RecordVersion:   r.Text(n, "RecordVersion"),
		ResolvedSince:   r.int(n, "ResolvedSince"),
		UnknownSenders:  r.flag(n, "AllowUnknownSender"),
		Responds:        r.flag(n, "SendAutomaticResponse"),
		IfResolved:      r.flag(n, "CheckIfResolved"),
		IfEntitled:      r.flag(n, "CheckActiveEntitlement"),
		DirectMessages:  r.flag(n, "CheckDirectMessages"),
		BlockedProfiles: r.flag(n, "CheckBlockedSocialProfile"),
	}
	r.component(&o.Component, n, component.ConvertRule, r.named(n, "Name"), r.named(n, "ConvertRuleId"))
	for c := range r.list(n, "ConvertRuleItems", "ConvertRuleItem") {
		o.Items = append(o.Items, &ConvertRuleItem{
			Component:   r.inner(c, component.ConvertRuleItem, r.named(c, "Name"), r.named(c, "ConvertRuleItemId")),
			Description: r.Text(c, "Description"),
			Condition:   r.Text(c, "ConditionXml"),
			Properties:  r.Text(c, "PropertiesXml"),
			Workflow:    r.guid(c, "WorkflowId"),
		})
	}
	r.m.ConvertRules = append(r.m.ConvertRules, o)
}

func (r *reader) channelPropertyGroup(n xmltree.Node) {
	g := &ChannelPropertyGroup{Description: r.Text(n, "Description"), Channel: r.Text(n, "ChannelEntity")}
	r.component(&g.Component, n, component.ChannelPropertyGroup, r.Text(n, "Name"), r.Text(n, "ChannelPropertyGroupId"))
	for c := range n.Named("ChannelProperty") {
		if r.detail(c) {
			g.Properties = append(g.Properties, &ChannelProperty{
				Component:   r.inner(c, component.ChannelProperty, r.Text(c, "Name"), r.Text(c, "ChannelPropertyId")),
				Description: r.Text(c, "Description"),
				DataType:    r.int(c, "DataType"),
				Source:      r.Text(c, "ApplicationSource"),
			})
		}
	}
	r.m.ChannelPropertyGroups = append(r.m.ChannelPropertyGroups, g)
}
