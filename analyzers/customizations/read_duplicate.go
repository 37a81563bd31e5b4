package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

func (r *reader) duplicateRule(n xmltree.Node) {
	d := &DuplicateRule{
		Label:        r.Text(n, "name"),
		Description:  r.Text(n, "description"),
		Base:         r.Text(n, "baseentityname"),
		Matching:     r.Text(n, "matchingentityname"),
		SkipInactive: r.flag(n, "excludeinactiverecords"),
		IsCased:      r.flag(n, "iscasesensitive"),
		IsCustom:     r.flag(n, "iscustomizable"),
	}
	r.component(&d.Component, n, component.DuplicateRule, r.Attr(n, "uniquename"), model.Text{})
	for c := range r.list(n, "duplicateruleconditions", "duplicaterulecondition") {
		d.Conditions = append(d.Conditions, &DuplicateCondition{
			Range:        r.Tag(c),
			Base:         r.named(c, "baseattributename"),
			Matching:     r.named(c, "matchingattributename"),
			Operator:     leaves.Number[DuplicateOperator](r.named(c, "operatorcode")),
			Parameter:    leaves.Int(r.named(c, "operatorparam")),
			IgnoreBlanks: r.flag(c, "ignoreblankvalues"),
		})
	}
	r.m.DuplicateRules = append(r.m.DuplicateRules, d)
}

func (r *reader) offlineProfile(n xmltree.Node) {
	p := &OfflineProfile{Description: r.Text(n, "Description")}
	r.component(&p.Component, n, component.OfflineProfile, r.named(n, "Name"), r.named(n, "MobileOfflineProfileId"))
	for c := range r.list(n, "MobileOfflineProfileItems", "MobileOfflineProfileItem") {
		p.Items = append(p.Items, r.offlineItem(c))
	}
	r.m.OfflineProfiles = append(r.m.OfflineProfiles, p)
}

func (r *reader) offlineItem(n xmltree.Node) *OfflineItem {
	i := &OfflineItem{
		Table:        r.Text(n, "EntitySchemaName"),
		Distribution: r.int(n, "RecordDistributionCriteria"),
		Mine:         r.flag(n, "RecordsOwnedByMe"),
		MyTeams:      r.flag(n, "RecordsOwnedByMyTeam"),
		MyUnits:      r.flag(n, "RecordsOwnedByMyBusinessUnit"),
		Filter:       r.Text(n, "ProfileItemEntityFilter"),
	}
	i.Component = r.inner(n, component.OfflineItem, r.named(n, "Name"), r.named(n, "MobileOfflineProfileItemId"))
	r.queriesIn(n.Child("ProfileItemEntityFilter"), &i.Component)
	for c := range r.list(n, "MobileOfflineProfileItemAssociations", "MobileOfflineProfileItemAssociation") {
		a := &OfflineAssociation{
			Relationship: r.Text(c, "RelationshipDisplayName"),
			Filter:       r.Text(c, "ProfileItemAssociationEntityFilter"),
		}
		a.Component = r.inner(c, component.OfflineAssociation, r.named(c, "Name"), r.named(c, "MobileOfflineProfileItemAssociationId"))
		r.queriesIn(c.Child("ProfileItemAssociationEntityFilter"), &a.Component)
		i.Associations = append(i.Associations, a)
	}
	return i
}
