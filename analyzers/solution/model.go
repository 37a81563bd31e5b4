package solution

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// A Model is the manifest of one solution.
type Model struct {
	File        string // the member it was read from; empty where there is none
	model.Range        // the start tag of SolutionManifest

	Export            Export
	UniqueName        model.Text
	LocalizedNames    []model.Localized
	Descriptions      []model.Localized
	Version           model.Text
	Managed           model.Number[Packaging]
	ConfigurationPage model.Text
	Publisher         Publisher

	RootComponents      []*RootComponent
	MissingDependencies []*MissingDependency

	Problems []unit.Problem
}

// Ref names the solution in findings.
func (m *Model) Ref() component.Ref {
	return component.Ref{Type: component.Solution, Name: m.UniqueName.Value}
}

// Unread returns what could not be read.
func (m *Model) Unread() []unit.Problem { return m.Problems }

// Packaging says what a manifest's Managed element holds.
type Packaging int

// The ways in which a solution is packaged.
const (
	Unmanaged Packaging = 0
	Managed   Packaging = 1
	Both      Packaging = 2 // unpacked sources from which either can be built
)

// Export tells what wrote the solution: the attributes of the root element.
type Export struct {
	model.Range                    // the start tag of ImportExportXml
	Version             model.Text // of the platform
	PackageVersion      model.Text // SolutionPackageVersion
	MinimumVersion      model.Text
	Language            model.Int // LCID of the base language
	GeneratedBy         model.Text
	OrganizationSchema  model.Text // OrganizationSchemaType
	OrganizationVersion model.Text
	OrganizationType    model.Text
	ServerVersion       model.Text // CRMServerServiceabilityVersion
	Tenant              model.Text // TenantId
}

// A Publisher is who answers for the solution.
type Publisher struct {
	model.Range       // the start tag of Publisher
	UniqueName        model.Text
	LocalizedNames    []model.Localized
	Descriptions      []model.Localized
	EMailAddress      model.Text
	SupportingWebsite model.Text
	Prefix            model.Text // CustomizationPrefix
	OptionValuePrefix model.Int  // CustomizationOptionValuePrefix
	Addresses         []Address
}

// An Address is one of a publisher's addresses.
type Address struct {
	model.Range
	Fields []Field // those that are not empty, in the order of the file
}

// A Field is a named value.
type Field struct {
	Name string // the element's or the attribute's name
	model.Text
}

// A RootComponent is one part that the manifest says the solution consists of.
type RootComponent struct {
	model.Range // the start tag of RootComponent
	Type        model.Number[component.Type]
	SchemaName  model.Text
	ID          model.Text              // GUID in lower case without braces
	Keys        []Field                 // alternate keys: attributes of the form id.*
	Behavior    model.Number[Inclusion] // not set in old exports
}

// Ref names the component in findings.
func (c *RootComponent) Ref() component.Ref {
	return component.Ref{Type: c.Type.Value, Name: firstOf(c.SchemaName, c.ID)}
}

// Inclusion says how much of a component the solution holds.
type Inclusion int

// The values of RootComponent/@behavior.
const (
	WithSubcomponents    Inclusion = 0 // with all its parts, later ones too
	WithoutSubcomponents Inclusion = 1 // only with the parts that are named
	ShellOnly            Inclusion = 2 // without its own definition
)

// A MissingDependency is something that the solution needs and does not hold.
type MissingDependency struct {
	model.Range // the start tag of MissingDependency
	Required    Party
	Dependent   Party
}

// Ref names what is missing, in findings.
func (d *MissingDependency) Ref() component.Ref { return d.Required.Ref() }

// A Party is one end of a missing dependency.
type Party struct {
	model.Range       // its start tag
	Type              model.Number[component.Type]
	SchemaName        model.Text
	DisplayName       model.Text
	ID                model.Text // GUID in lower case without braces
	ParentSchemaName  model.Text
	ParentDisplayName model.Text
	ParentID          model.Text
	Key               model.Text // in older exports: a number that only tells pairs apart
	Keys              []Field    // alternate keys: attributes of the form id.*
	Solution          model.Text // as written: "Name (1.0.0.0)", or "Active"
	SolutionName      string     // its name part
	SolutionVersion   string     // its version part, empty where there is none
	Active            bool       // it comes from the unmanaged layer
	App               model.Text // package/@appName
	AppVersion        model.Text // package/@version
}

// Ref names the party in findings.
func (p *Party) Ref() component.Ref {
	name := firstOf(p.SchemaName, p.DisplayName, p.ID)
	if name == "" && len(p.Keys) > 0 {
		name = p.Keys[0].Value
	}
	return component.Ref{Type: p.kind(), Name: name}
}

// kind returns the type of a party. The newer kinds of components have the name
// of a table for their type instead of a code.
func (p *Party) kind() component.Type {
	switch strings.ToLower(p.Type.Bad) {
	case "connectionreference":
		return component.ConnectionReference
	case "customapi":
		return component.CustomAPI
	case "environmentvariabledefinition":
		return component.EnvironmentVariable
	case "appaction":
		return component.AppAction
	case "botcomponent":
		return component.BotComponent
	}
	return p.Type.Value
}

func firstOf(leaves ...model.Text) string {
	for _, l := range leaves {
		if l.Value != "" {
			return l.Value
		}
	}
	return ""
}
