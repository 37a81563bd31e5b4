package customizations

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

func (r *reader) step(n xmltree.Node) {
	s := &Step{
		MessageID:            r.guid(n, "SdkMessageId"),
		PlugInType:           ParseTypeName(r.Text(n, "PluginTypeName")),
		PlugInTypeID:         r.guid(n, "PluginTypeId"),
		Table:                r.Text(n, "PrimaryEntity"),
		SecondaryTable:       r.Text(n, "SecondaryEntity"),
		FilteringAttributes:  r.Text(n, "FilteringAttributes"),
		Stage:                number[Stage](r, n, "Stage"),
		Mode:                 number[Mode](r, n, "Mode"),
		Rank:                 r.int(n, "Rank"),
		Configuration:        r.Text(n, "Configuration"),
		SupportedDeployment:  number[Deployment](r, n, "SupportedDeployment"),
		InvocationSource:     r.int(n, "InvocationSource"),
		Impersonating:        r.Text(n, "ImpersonatingUserIdName"),
		EventHandlerType:     number[HandlerType](r, n, "EventHandlerTypeCode"),
		EventHandler:         r.Text(n, "EventHandler"),
		AsyncAutoDelete:      r.flag(n, "AsyncAutoDelete"),
		IsCustomizable:       r.flag(n, "IsCustomizable"),
		IsHidden:             r.flag(n, "IsHidden"),
		Description:          r.Text(n, "Description"),
		IntroducedVersion:    r.Text(n, "IntroducedVersion"),
		ExpressionUniqueName: r.Text(n, "fxexpressionid", "uniquename"),
	}
	r.component(&s.Component, n, component.Step, r.Attr(n, "Name"), r.Attr(n, "SdkMessageProcessingStepId"))
	s.FilteringColumns = r.List(s.FilteringAttributes)
	s.Message = messageOf(s.MessageID.Value, s.Name.Value)
	if name := r.Text(n, "SdkMessageName"); name.Value != "" { // the source format of 2025
		s.Message = Message{Name: name.Value, Certain: true}
	}
	for c := range n.Child("SdkMessageProcessingStepImages").Named("SdkMessageProcessingStepImage") {
		if r.detail(c) {
			s.Images = append(s.Images, r.stepImage(c))
		}
	}
	r.m.Steps = append(r.m.Steps, s)
}

func (r *reader) stepImage(n xmltree.Node) *StepImage {
	i := &StepImage{
		Component:       r.inner(n, component.StepImage, r.Attr(n, "Name"), r.Text(n, "SdkMessageProcessingStepImageId")),
		ImageType:       number[ImageType](r, n, "ImageType"),
		Alias:           r.Text(n, "EntityAlias"),
		Attributes:      r.Text(n, "Attributes"),
		MessageProperty: r.Text(n, "MessagePropertyName"),
		IsCustomizable:  r.flag(n, "IsCustomizable"),
	}
	i.Columns = r.List(i.Attributes)
	return i
}

func (r *reader) assembly(n xmltree.Node) {
	a := &Assembly{
		FullName:           parseAssemblyName(r.Attr(n, "FullName")),
		Isolation:          number[Isolation](r, n, "IsolationMode"),
		SourceType:         number[SourceType](r, n, "SourceType"),
		CustomizationLevel: leaves.Int(r.Attr(n, "CustomizationLevel")),
		Description:        r.Text(n, "Description"),
		IntroducedVersion:  r.Text(n, "IntroducedVersion"),
	}
	r.component(&a.Component, n, component.PlugInAssembly, r.Attr(n, "FullName"), r.Attr(n, "PluginAssemblyId"))
	r.refer(&a.File, &a.Component, r.Text(n, "FileName"))
	for c := range n.Child("PluginTypes").Named("PluginType") {
		if r.detail(c) {
			a.Types = append(a.Types, r.plugInType(c))
		}
	}
	r.m.Assemblies = append(r.m.Assemblies, a)
}

func (r *reader) plugInType(n xmltree.Node) *PlugInType {
	return &PlugInType{
		Component:             r.inner(n, component.PlugInType, r.Attr(n, "Name"), r.Attr(n, "PluginTypeId")),
		QualifiedName:         ParseTypeName(r.Attr(n, "AssemblyQualifiedName")),
		FriendlyName:          r.Text(n, "FriendlyName"),
		WorkflowActivityGroup: r.Text(n, "WorkflowActivityGroupName"),
		Description:           r.Text(n, "Description"),
	}
}

// ParseTypeName takes an assembly-qualified name apart: the type's own name ends at
// the first comma that is not inside the brackets of a generic type.
func ParseTypeName(t model.Text) TypeName {
	depth := 0
	for i, c := range t.Value {
		switch c {
		case '[':
			depth++
		case ']':
			depth--
		case ',':
			if depth == 0 {
				rest := strings.TrimSpace(t.Value[i+1:])
				return TypeName{t, strings.TrimSpace(t.Value[:i]), parseAssemblyName(model.Text{Value: rest, Range: t.Range})}
			}
		}
	}
	return TypeName{Text: t, Type: t.Value}
}

func parseAssemblyName(t model.Text) AssemblyName {
	a := AssemblyName{Text: t}
	for i, part := range strings.Split(t.Value, ",") {
		part = strings.TrimSpace(part)
		key, value, ok := strings.Cut(part, "=")
		switch {
		case i == 0:
			a.Name = part
		case !ok:
		case strings.EqualFold(key, "Version"):
			a.Version = value
		case strings.EqualFold(key, "Culture"):
			a.Culture = value
		case strings.EqualFold(key, "PublicKeyToken"):
			a.Token = value
		}
	}
	return a
}

func (r *reader) serviceEndpoint(n xmltree.Node) {
	e := &ServiceEndpoint{
		Contract:         r.int(n, "Contract"),
		ConnectionMode:   r.int(n, "ConnectionMode"),
		AuthType:         r.int(n, "AuthType"),
		MessageFormat:    r.int(n, "MessageFormat"),
		UserClaim:        r.int(n, "UserClaim"),
		NamespaceAddress: r.Text(n, "NamespaceAddress"),
		Path:             r.Text(n, "Path"),
		URL:              r.Text(n, "Url"),
		KeyName:          r.Text(n, "SASKeyName"),
		KeyVault:         r.flag(n, "UseKeyVaultConfiguration"),
		NamespaceFormat:  r.int(n, "NamespaceFormat"),
		Namespace:        r.Text(n, "SolutionNamespace"),
		IsCustomizable:   r.flag(n, "IsCustomizable"),
	}
	r.component(&e.Component, n, component.ServiceEndpoint, r.Attr(n, "Name"), r.Attr(n, "ServiceEndpointId"))
	r.m.ServiceEndpoints = append(r.m.ServiceEndpoints, e)
}

func (r *reader) dataProvider(n xmltree.Node) {
	p := &DataProvider{SourceTable: r.named(n, "DataSourceLogicalName", "datasourcelogicalname"), IsCustomizable: r.flag(n, "IsCustomizable")}
	r.component(&p.Component, n, component.DataProvider, r.named(n, "Name", "name"), r.named(n, "EntityDataProviderId", "entitydataproviderid"))
	for c := range n.Children() {
		if isPlugIn(strings.ToLower(c.Tag())) && r.detail(c) {
			p.PlugIns = append(p.PlugIns, r.guid(c))
		}
	}
	r.m.DataProviders = append(r.m.DataProviders, p)
}

// isPlugIn reports whether an element of a data provider names a plug-in type:
// RetrievePluginTypeId, or retrieveplugin where a table is told of.
func isPlugIn(lower string) bool {
	return strings.HasSuffix(lower, "plugin") || strings.HasSuffix(lower, "plugintypeid")
}

func (r *reader) dataSource(n xmltree.Node) {
	s := &DataSource{
		Provider:       r.guid(n, "EntityDataProviderId"),
		Definition:     r.Text(n, "ConnectionDefinition"),
		IsCustomizable: r.flag(n, "IsCustomizable"),
	}
	r.component(&s.Component, n, component.DataSource, r.Text(n, "Name"), r.Attr(n, "EntityDataSourceId"))
	r.m.DataSources = append(r.m.DataSources, s)
}
