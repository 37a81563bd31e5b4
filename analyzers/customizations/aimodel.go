package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// An AIModel is a model or a prompt of AI Builder.
type AIModel struct {
	Component
	Template       model.Text // GUID in lower case without braces
	State          model.Int  // statecode: 1 is active
	Status         model.Int  // statuscode
	ActiveRun      model.Text // msdyn_activerunconfigurationid: the configuration that answers
	IsCustomizable model.Flag
	Configurations []*AIConfiguration
}

// An AIConfiguration is one version of a model: how it is trained, or how it runs.
type AIConfiguration struct {
	Component
	Kind           model.Int  // msdyn_type
	Major          model.Int  // msdyn_majoriterationnumber
	Minor          model.Int  // msdyn_minoriterationnumber
	TemplateMinor  model.Int  // msdyn_templateversion
	State          model.Int  // statecode
	Status         model.Int  // statuscode
	Trained        model.Text // msdyn_trainedmodelaiconfigurationpareid: GUID in lower case without braces
	Custom         model.Text // msdyn_customconfiguration: JSON, of a prompt its words
	Binding        model.Text // msdyn_databinding: JSON that tells which rows it learns from
	RunData        model.Text // msdyn_modelrundataspecification: JSON
	Scheduling     model.Text // msdyn_schedulingoptions: JSON
	IsCustomizable model.Flag
}

func (r *reader) aiModel(n xmltree.Node) {
	m := &AIModel{
		Template:       r.guid(n, "msdyn_templateid"),
		State:          r.int(n, "statecode"),
		Status:         r.int(n, "statuscode"),
		ActiveRun:      r.guid(n, "msdyn_activerunconfigurationid"),
		IsCustomizable: r.flag(n, "IsCustomizable"),
	}
	r.component(&m.Component, n, component.AIProject, r.Text(n, "msdyn_name"), r.Text(n, "msdyn_aimodelid"))
	for c := range r.list(n, "AIConfigurations", "AIConfiguration") {
		m.Configurations = append(m.Configurations, r.aiConfiguration(c, m))
	}
	r.m.AIModels = append(r.m.AIModels, m)
}

func (r *reader) aiConfiguration(n xmltree.Node, m *AIModel) *AIConfiguration {
	c := &AIConfiguration{
		Kind:           r.int(n, "msdyn_type"),
		Major:          r.int(n, "msdyn_majoriterationnumber"),
		Minor:          r.int(n, "msdyn_minoriterationnumber"),
		TemplateMinor:  r.int(n, "msdyn_templateversion"),
		State:          r.int(n, "statecode"),
		Status:         r.int(n, "statuscode"),
		Trained:        r.guid(n, "msdyn_trainedmodelaiconfigurationpareid"),
		Custom:         r.Text(n, "msdyn_customconfiguration"),
		Binding:        r.Text(n, "msdyn_databinding"),
		RunData:        r.Text(n, "msdyn_modelrundataspecification"),
		Scheduling:     r.Text(n, "msdyn_schedulingoptions"),
		IsCustomizable: r.flag(n, "IsCustomizable"),
	}
	c.Component = r.inner(n, component.AIConfiguration, r.Text(n, "msdyn_name"), r.Text(n, "msdyn_aiconfigurationid"))
	r.queriesIn(n.Child("msdyn_databinding"), &m.Component)
	return c
}
