package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// A Connector is a custom connector.
type Connector struct {
	Component
	DisplayName          model.Text
	Description          model.Text
	Kind                 model.Int // connectortype
	BrandColor           model.Text
	ScriptOperations     model.Text // JSON array
	OpenAPI              Reference
	ConnectionParameters Reference
	Policies             Reference
	Icon                 Reference
	Script               Reference
}

// A ConnectionReference is what flows and apps name instead of a connection.
type ConnectionReference struct {
	Component       // its Name is the logical name
	DisplayName     model.Text
	Description     model.Text
	ConnectorID     model.Text // "/providers/Microsoft.PowerApps/apis/shared_x"
	CustomConnector model.Text // customconnectorid/connectorid: GUID in lower case without braces
	State           model.Int
}

// An EnvironmentVariable is the definition of an environment variable.
type EnvironmentVariable struct {
	Component    // its Name is the schema name
	DisplayName  model.Text
	Description  model.Text
	Kind         model.Number[VariableType]
	DefaultValue model.Text
	IsRequired   model.Flag
	ValueMember  string // the file that ships a current value, empty where there is none
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

// A CustomAPI is a message of the solution's own.
type CustomAPI struct {
	Component
	PlugInTypeKey model.Text // plugintypeid/plugintypeexportkey: GUID in lower case without braces
	BindingType   model.Int
	BoundTable    model.Text
	StepType      model.Int // allowedcustomprocessingsteptype
	IsFunction    model.Flag
	IsPrivate     model.Flag
	Privilege     model.Text // executeprivilegename
}
