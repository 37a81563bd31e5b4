package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// An Assembly is a plug-in assembly. Its Name is the full name.
type Assembly struct {
	Component
	FullName           AssemblyName
	Isolation          model.Number[Isolation]
	SourceType         model.Number[SourceType]
	CustomizationLevel model.Int
	Description        model.Text
	IntroducedVersion  model.Text
	File               Reference
	Types              []*PlugInType
}

// Isolation says whether the code of an assembly runs in the sandbox.
type Isolation int

// The values of IsolationMode.
const (
	NoIsolation Isolation = 1
	Sandbox     Isolation = 2
)

// SourceType says where the platform takes an assembly from.
type SourceType int

// The values of SourceType.
const (
	FromDatabase SourceType = 0
	FromDisk     SourceType = 1
	FromGAC      SourceType = 2
	FromPackage  SourceType = 4
)

// A PlugInType is a class of an assembly that steps, processes or custom APIs
// call. Its Component.Name is its Name attribute.
type PlugInType struct {
	Component
	QualifiedName         TypeName // AssemblyQualifiedName
	FriendlyName          model.Text
	WorkflowActivityGroup model.Text // set for a custom workflow activity
	Description           model.Text
}

// An AssemblyName is a full name taken apart:
// "Contoso, Version=1.0.0.0, Culture=neutral, PublicKeyToken=0123456789abcdef".
type AssemblyName struct {
	model.Text
	Name, Version, Culture, Token string // Token is "null" for one that is not signed
}

// A TypeName is an assembly-qualified name taken apart.
type TypeName struct {
	model.Text
	Type     string // with its namespace
	Assembly AssemblyName
}

// A ServiceEndpoint is a queue, hub or webhook that steps call.
type ServiceEndpoint struct {
	Component
	Contract         model.Int // 8 is a webhook
	ConnectionMode   model.Int
	AuthType         model.Int
	MessageFormat    model.Int
	UserClaim        model.Int
	NamespaceAddress model.Text
	Path             model.Text
	URL              model.Text
	KeyName          model.Text // SASKeyName
	KeyVault         model.Flag // UseKeyVaultConfiguration
	NamespaceFormat  model.Int
	Namespace        model.Text // SolutionNamespace
	IsCustomizable   model.Flag
}

// A DataProvider answers for virtual tables by plug-in types of its own.
type DataProvider struct {
	Component
	SourceTable    model.Text   // DataSourceLogicalName: the table with its data sources
	PlugIns        []model.Text // GUIDs of the plug-in types for create, retrieve and the rest
	IsCustomizable model.Flag
}

// A DataSource says where virtual tables have their rows. Its definition tells
// addresses and, it may be, keys.
type DataSource struct {
	Component
	Provider       model.Text // EntityDataProviderId: GUID in lower case without braces
	Definition     model.Text // ConnectionDefinition: JSON with percent signs
	IsCustomizable model.Flag
}
