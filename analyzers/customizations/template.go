package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// A Template is a ready-made text that records are filled into: an e-mail, a
// contract, an article. Its component type tells which. Source: CustomizationsSolution.xsd
// of the SDK 9.0.
type Template struct {
	Component
	Description       model.Text
	Language          model.Int  // of an e-mail or article: LCID
	Table             model.Int  // templatetypecode of an e-mail: object type code
	MIMEType          model.Text // of an e-mail
	IsPersonal        model.Flag // of an e-mail
	Subject           model.Text // of an e-mail
	Body              model.Text // of an e-mail: body; of an article: structurexml
	Layout            model.Text // presentationxml, formatxml
	Abbreviation      model.Text // of a contract
	IsCustomizable    model.Flag
	IntroducedVersion model.Text
}

// A ConnectionRole says what one row is to another: "Stakeholder".
type ConnectionRole struct {
	Component
	Description       model.Text
	Category          model.Int
	Tables            []model.Text // whose rows may have it: logical names, or object type codes in old exports; none for all
	IsCustomizable    model.Flag
	IntroducedVersion model.Text
}

// An EntityMap says which columns a new row takes over from the row that it was
// made from.
type EntityMap struct {
	Component              // its Name is the source
	Source      model.Text // EntitySource: logical name of the table
	Target      model.Text // EntityTarget
	ColumnPairs []ColumnPair
}

// A ColumnPair is a column and the one that takes its value.
type ColumnPair struct {
	model.Range // the start tag of AttributeMap
	Source      model.Text
	Target      model.Text
}

// An ImageColumn says how an image column keeps its pictures: AttributeImageConfig.
type ImageColumn struct {
	Component // its Name is the table and the column: "contoso_person contoso_photo"
	Table     model.Text
	Column    model.Text
	KeepsFull model.Flag // canstorefullimage
}

// A TableImage says which image column stands for a row: EntityImageConfig.
type TableImage struct {
	Component // its Name is the table
	Table     model.Text
	Column    model.Text // primaryimageattribute
}

// A Setting is a setting of the organization that comes along: an element in a group
// of OrganizationSettings.
type Setting struct {
	model.Text
	Group, Name string
}
