package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

func (r *reader) bot(n xmltree.Node) {
	b := &Bot{
		Label:          r.Text(n, "name"),
		Language:       r.int(n, "language"),
		Template:       r.Text(n, "template"),
		Provider:       r.int(n, "runtimeprovider"),
		Authentication: r.int(n, "authenticationmode"),
		AuthTrigger:    r.int(n, "authenticationtrigger"),
		AuthSettings:   r.Text(n, "authenticationconfiguration"),
		Sync:           r.Text(n, "synchronizationstatus"),
		IsCustomizable: r.flag(n, "iscustomizable"),
	}
	r.component(&b.Component, n, component.Bot, r.Attr(n, "schemaname"), model.Text{})
	r.m.Bots = append(r.m.Bots, b)
}

func (r *reader) botComponent(n xmltree.Node) {
	b := &BotComponent{
		Label:          r.Text(n, "name"),
		Description:    r.Text(n, "description"),
		Kind:           r.int(n, "componenttype"),
		Language:       r.int(n, "language"),
		Bot:            r.Text(n, "parentbotid", "schemaname"),
		Parent:         r.Text(n, "parentbotcomponentid", "schemaname"),
		Collection:     r.Text(n, "parentbotcomponentcollectionid", "schemaname"),
		FileType:       r.Attr(n.Child("filedata"), "mimetype"),
		IconURL:        r.Text(n, "iconurl"),
		State:          r.int(n, "statecode"),
		Status:         r.int(n, "statuscode"),
		IsCustomizable: r.flag(n, "iscustomizable"),
	}
	r.component(&b.Component, n, component.BotComponent, r.Attr(n, "schemaname"), model.Text{})
	folder := folderOf(r.source)
	if member, ok := r.files.Find(folder + "/data"); ok {
		b.DataMember = member
	}
	if name := r.Text(n, "filedata"); name.Value != "" {
		r.referIn(&b.File, &b.Component, name, folder+"/filedata/")
	}
	r.m.BotComponents = append(r.m.BotComponents, b)
}
