package customizations

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

func (r *reader) connectionReference(n xmltree.Node) {
	c := &ConnectionReference{
		DisplayName:     r.Text(n, "connectionreferencedisplayname"),
		Description:     r.Text(n, "description"),
		ConnectorID:     r.Text(n, "connectorid"),
		CustomConnector: r.guid(n, "customconnectorid", "connectorid"),
		State:           r.int(n, "statecode"),
		Status:          r.int(n, "statuscode"),
		Prompting:       r.int(n, "promptingbehavior"),
		IsCustomizable:  r.flag(n, "iscustomizable"),
	}
	r.component(&c.Component, n, component.ConnectionReference, r.Attr(n, "connectionreferencelogicalname"), model.Text{})
	r.m.ConnectionReferences = append(r.m.ConnectionReferences, c)
}

// environmentVariable reads a definition in a file of its own, which is the same
// in all layouts.
func (r *reader) environmentVariable(n xmltree.Node) {
	v := &EnvironmentVariable{
		DisplayName:  r.Attr(n.Child("displayname"), "default"),
		Description:  r.Attr(n.Child("description"), "default"),
		Kind:         number[VariableType](r, n, "type"),
		DefaultValue: r.Text(n, "defaultvalue"),
		IsRequired:   r.flag(n, "isrequired"),
		SecretStore:  r.int(n, "secretstore"),
		Connector:    r.Text(n, "apiid"),
		ParameterKey: r.Text(n, "parameterkey"),
		Parent:       r.Text(n, "parentdefinitionid", "schemaname"),

		LocalizedNames:    r.Localized(n.Child("displayname")),
		Descriptions:      r.Localized(n.Child("description")),
		IsCustomizable:    r.flag(n, "iscustomizable"),
		IntroducedVersion: r.Text(n, "introducedversion"),
	}
	r.component(&v.Component, n, component.EnvironmentVariable, r.Attr(n, "schemaname"), model.Text{})
	if member, ok := r.files.Find(folderOf(r.source) + "/environmentvariablevalues.json"); ok {
		v.ValueMember = member
	}
	r.m.EnvironmentVariables = append(r.m.EnvironmentVariables, v)
}

// oldEnvironmentVariable reads a definition of the older form, which stands in
// customizations.xml.
func (r *reader) oldEnvironmentVariable(n xmltree.Node) {
	v := &EnvironmentVariable{
		DisplayName:  r.Attr(n.Child("DisplayName", "LocalizedNames", "LocalizedName"), "description"),
		Description:  r.Attr(n.Child("Description", "LocalizedNames", "LocalizedName"), "description"),
		Kind:         number[VariableType](r, n, "Type"),
		DefaultValue: r.Text(n, "DefaultValue"),
		IsRequired:   r.flag(n, "IsRequired"),
		Connector:    r.Text(n, "ApiId"),
		ParameterKey: r.Text(n, "ParameterKey"),
		Parent:       r.Text(n, "ParentDefinitionSchemaName"),

		LocalizedNames:    r.Localized(n.Child("DisplayName", "LocalizedNames")),
		Descriptions:      r.Localized(n.Child("Description", "LocalizedNames")),
		IntroducedVersion: r.Attr(n, "IntroducedVersion"),
	}
	r.component(&v.Component, n, component.EnvironmentVariable, r.Text(n, "SchemaName"), model.Text{})
	r.m.EnvironmentVariables = append(r.m.EnvironmentVariables, v)
}

// readValues reads the current values that come with the solution: of each
// variable in the file beside its definition, and of all in one older file.
func (r *reader) readValues() {
	for _, v := range r.m.EnvironmentVariables {
		if v.ValueMember != "" {
			r.valuesBeside(v)
		}
	}
	for _, name := range []string{"environment_variable_values.json", "EnvironmentVariables/environment_variable_values.json", "Other/environment_variable_values.json"} {
		if member, ok := r.files.Find(name); ok {
			r.valuesOfAll(member)
		}
	}
}

// json reads a file of values; it returns nil for one that cannot be read.
func (r *reader) json(member string) *jsontree.Node {
	r.source = member
	file, err := r.files.Open(member)
	if err != nil {
		r.problem(r.files.At(member), "the file cannot be read: "+err.Error())
		return nil
	}
	tree := jsontree.Parse(file.Text, file.Pos(0))
	if len(tree.Problems) > 0 {
		r.problem(tree.Problems[0].Pos(), "the JSON is broken: "+tree.Problems[0].String())
	}
	return tree.Root
}

func (r *reader) valuesBeside(v *EnvironmentVariable) {
	list := r.json(v.ValueMember).At("environmentvariablevalues", "environmentvariablevalue")
	for n := range oneOrMore(list) {
		r.value(n.Get("value"), n.Get("@environmentvariablevalueid"), model.Text{Value: v.Name.Value})
	}
}

func (r *reader) valuesOfAll(member string) {
	for _, n := range r.json(member).Get("EnvironmentVariableValues").Items() {
		r.value(n.Get("Value"), n.Get("EnvironmentVariableValueId"), r.jsonText(n.Get("EnvironmentVariableDefinition.SchemaName")))
	}
}

func (r *reader) value(n, id *jsontree.Node, variable model.Text) {
	text := r.jsonText(n)
	if text.Value == "" || r.details >= maxDetails {
		return
	}
	r.details++
	r.m.VariableValues = append(r.m.VariableValues, &VariableValue{text, variable, r.Keep(id.Literal()), r.source})
}

func (r *reader) jsonText(n *jsontree.Node) model.Text {
	if n == nil {
		return model.Text{}
	}
	return model.Text{Value: r.Keep(n.Literal()), Range: model.Range{From: n.Pos(), To: n.End()}}
}

// oneOrMore yields the items of an array, and a value that is no array as the
// only one: what XML repeats is an array in JSON only if there is more than one.
func oneOrMore(n *jsontree.Node) func(func(*jsontree.Node) bool) {
	return func(yield func(*jsontree.Node) bool) {
		if !n.Is(jsontree.Array) {
			if n != nil {
				yield(n)
			}
			return
		}
		for _, item := range n.Items() {
			if !yield(item) {
				return
			}
		}
	}
}

func (r *reader) customAPI(n xmltree.Node) {
	a := &CustomAPI{
		Label:         r.Text(n, "name"),
		DisplayName:   r.Attr(n.Child("displayname"), "default"),
		Description:   r.Attr(n.Child("description"), "default"),
		PlugInTypeKey: r.guid(n, "plugintypeid", "plugintypeexportkey"),
		PlugInTypeID:  r.guid(n, "plugintypeid", "plugintypeid"),
		BindingType:   r.int(n, "bindingtype"),
		BoundTable:    r.Text(n, "boundentitylogicalname"),
		StepType:      r.int(n, "allowedcustomprocessingsteptype"),
		IsFunction:    r.flag(n, "isfunction"),
		IsPrivate:     r.flag(n, "isprivate"),
		ForWorkflows:  r.flag(n, "workflowsdkstepenabled"),
		Privilege:     r.Text(n, "executeprivilegename"),

		LocalizedNames: r.Localized(n.Child("displayname")),
		Descriptions:   r.Localized(n.Child("description")),
		IsCustomizable: r.flag(n, "iscustomizable"),
	}
	r.component(&a.Component, n, component.CustomAPI, r.Attr(n, "uniquename"), model.Text{})
	r.m.CustomAPIs = append(r.m.CustomAPIs, a)
}

// customAPIPart reads customapis/<api>/<kind>/<part>/<file>.
func (r *reader) customAPIPart(n xmltree.Node) {
	folder := folderOf(folderOf(folderOf(r.source)))
	p := &CustomAPIPart{
		API:         r.Keep(folder[strings.LastIndexByte(folder, '/')+1:]),
		IsResponse:  n.Tag() == "customapiresponseproperty",
		Label:       r.Text(n, "name"),
		DisplayName: r.Attr(n.Child("displayname"), "default"),
		Description: r.Attr(n.Child("description"), "default"),
		Kind:        r.int(n, "type"),
		Table:       r.Text(n, "logicalentityname"),
		IsOptional:  r.flag(n, "isoptional"),

		LocalizedNames: r.Localized(n.Child("displayname")),
		Descriptions:   r.Localized(n.Child("description")),
		IsCustomizable: r.flag(n, "iscustomizable"),
	}
	p.Component = r.inner(n, component.CustomAPI, r.Attr(n, "uniquename"), model.Text{})
	if r.detail(n) {
		r.m.CustomAPIParts = append(r.m.CustomAPIParts, p)
	}
}
