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
