package solution

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
)

// A Manifest is the package fact by which units outside a solution know it. Its
// positions are places in the solution's manifest, good for the whole run.
type Manifest struct {
	model.Range         // the start tag of SolutionManifest
	UniqueName          model.Text
	Version             model.Text
	Managed             model.Number[Packaging]
	PublisherName       model.Text // unique name
	PublisherPrefix     model.Text
	OptionValuePrefix   model.Int
	Languages           []int // LCIDs that the solution's names are written in, sorted
	RootComponents      []Root
	MissingDependencies []Missing
}

// A Root is a root component in a [Manifest].
type Root struct {
	model.Range
	Type       component.Type
	SchemaName string
	ID         string
	Behavior   Inclusion // WithSubcomponents where the manifest does not say
}

// A Missing is a missing dependency in a [Manifest].
type Missing struct {
	model.Range
	Required, Dependent component.Ref
	RequiredID          string
	SolutionName        string
	SolutionVersion     string
	Active              bool
}

// AFact marks Manifest as a fact.
func (*Manifest) AFact() {}

// String returns the unique name and version.
func (m *Manifest) String() string { return m.UniqueName.Value + " " + m.Version.Value }

var _ analysis.Fact = (*Manifest)(nil)
