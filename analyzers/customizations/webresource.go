package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// A WebResource is a file that the platform serves.
type WebResource struct {
	Component
	Kind              model.Number[WebResourceType]
	DisplayName       model.Text
	Description       model.Text
	Language          model.Int
	File              Reference
	Dependencies      model.Text // DependencyXml: XML in text
	IsHidden          model.Flag
	IsCustomizable    model.Flag
	CanBeDeleted      model.Flag
	OnMobile          model.Flag // IsEnabledForMobileClient
	OnMobileOffline   model.Flag // IsAvailableForMobileOffline
	IntroducedVersion model.Text
}

// WebResourceType is what a web resource is.
type WebResourceType int

// The values of WebResourceType.
const (
	HTML       WebResourceType = 1
	CSS        WebResourceType = 2
	JavaScript WebResourceType = 3
	XML        WebResourceType = 4
	PNG        WebResourceType = 5
	JPG        WebResourceType = 6
	GIF        WebResourceType = 7
	XAP        WebResourceType = 8 // Silverlight
	XSL        WebResourceType = 9
	ICO        WebResourceType = 10
	SVG        WebResourceType = 11
	RESX       WebResourceType = 12
)
