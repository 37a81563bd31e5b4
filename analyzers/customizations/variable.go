package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// An EnvironmentVariable is the definition of an environment variable.
type EnvironmentVariable struct {
	Component    // its Name is the schema name
	DisplayName  model.Text
	Description  model.Text
	Kind         model.Number[VariableType]
	DefaultValue model.Text
	IsRequired   model.Flag
	SecretStore  model.Int  // 0 Azure Key Vault, 1 Dataverse
	Connector    model.Text // apiid: of a variable of type data source
	ParameterKey model.Text
	Parent       model.Text // parentdefinitionid/schemaname
	ValueMember  string     // the file that ships a current value, empty where there is none

	LocalizedNames    []model.Localized
	Descriptions      []model.Localized
	IsCustomizable    model.Flag
	IntroducedVersion model.Text
}

// VariableType is the type of an environment variable's value.
type VariableType int

// The types.
const (
	StringVariable     VariableType = 100000000
	NumberVariable     VariableType = 100000001
	BooleanVariable    VariableType = 100000002
	JSONVariable       VariableType = 100000003
	DataSourceVariable VariableType = 100000004
	SecretVariable     VariableType = 100000005
)

// A VariableValue is the current value of an environment variable in the
// environment of the export, which the solution carries along.
type VariableValue struct {
	model.Text            // the value; its place is the string with its quotes
	Variable   model.Text // schema name of the variable; nowhere where the folder tells it
	ID         string     // GUID as written
	Source     string     // the member it was read from
}

// A ConnectionReference is what flows and apps name instead of a connection.
type ConnectionReference struct {
	Component       // its Name is the logical name
	DisplayName     model.Text
	Description     model.Text
	ConnectorID     model.Text // "/providers/Microsoft.PowerApps/apis/shared_x"
	CustomConnector model.Text // customconnectorid/connectorid: GUID in lower case without braces
	State           model.Int
	Status          model.Int
	Prompting       model.Int // promptingbehavior
	IsCustomizable  model.Flag
	// Users are the members that name it, besides the one that it is defined in;
	// at most a few. Apps that are stored as documents are not looked into; a member
	// that is too large to be looked into counts as a user.
	Users []string
}

// A ConnectorUse is a connection that a cloud flow or a canvas app is made with.
type ConnectorUse struct {
	Connector model.Text // the last part of its ID: "shared_sharepointonline"; of an app, the place is that of all its connections
	Reference model.Text // logical name of a connection reference; not set where the connection is its own
}

// A CustomAPI is a message of the solution's own.
type CustomAPI struct {
	Component
	Label         model.Text // name
	DisplayName   model.Text
	Description   model.Text
	PlugInTypeKey model.Text // plugintypeid/plugintypeexportkey: GUID in lower case without braces
	PlugInTypeID  model.Text // plugintypeid/plugintypeid: what some exports have instead
	BindingType   model.Int
	BoundTable    model.Text
	StepType      model.Int // allowedcustomprocessingsteptype
	IsFunction    model.Flag
	IsPrivate     model.Flag
	ForWorkflows  model.Flag // workflowsdkstepenabled
	Privilege     model.Text // executeprivilegename

	LocalizedNames []model.Localized
	Descriptions   []model.Localized
	IsCustomizable model.Flag
}

// A CustomAPIPart is a request parameter or a response property of a custom API.
type CustomAPIPart struct {
	Component              // its Name is the unique name
	API         string     // the folder of its custom API, which is named after it
	IsResponse  bool       // a response property
	Label       model.Text // name
	DisplayName model.Text // displayname
	Description model.Text // description
	Kind        model.Int  // type: 0 Boolean … 12 Guid
	Table       model.Text // logicalentityname
	IsOptional  model.Flag // of a request parameter

	LocalizedNames []model.Localized
	Descriptions   []model.Localized
	IsCustomizable model.Flag
}

// A Retired is a part of a kind that the platform has no more, or takes from
// Microsoft alone.
type Retired struct {
	Component
	Element string // the name of its element
}
