package solution

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
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
	Names               []model.Localized
	Descriptions        []model.Localized
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
	App                 string // the app that brings the solution, empty where the manifest does not say
	Active              bool
}

// AFact marks Manifest as a fact.
func (*Manifest) AFact() {}

// String returns the unique name and version.
func (m *Manifest) String() string { return m.UniqueName.Value + " " + m.Version.Value }

func (m *Model) identity() *unit.Identity {
	id := &unit.Identity{UniqueName: m.UniqueName.Value, Version: m.Version.Value}
	switch {
	case m.Managed.Is(Managed):
		id.Managed = new(true)
	case m.Managed.Is(Unmanaged):
		id.Managed = new(false)
	}
	return id
}

func (m *Model) manifest() *Manifest {
	f := &Manifest{
		Range:             m.Range,
		UniqueName:        m.UniqueName,
		Version:           m.Version,
		Managed:           m.Managed,
		PublisherName:     m.Publisher.UniqueName,
		PublisherPrefix:   m.Publisher.Prefix,
		OptionValuePrefix: m.Publisher.OptionValuePrefix,
		Names:             m.LocalizedNames,
		Descriptions:      m.Descriptions,
	}
	for _, n := range m.LocalizedNames {
		if n.Language.IsSet() {
			f.Languages = append(f.Languages, n.Language.Value)
		}
	}
	slices.Sort(f.Languages)
	f.Languages = slices.Compact(f.Languages)
	for _, c := range m.RootComponents {
		f.RootComponents = append(f.RootComponents, Root{c.Range, c.Type.Value, c.SchemaName.Value, c.ID.Value, c.Behavior.Value})
	}
	for _, d := range m.MissingDependencies {
		f.MissingDependencies = append(f.MissingDependencies, Missing{
			Range:           d.Range,
			Required:        d.Required.Ref(),
			RequiredID:      d.Required.ID.Value,
			Dependent:       d.Dependent.Ref(),
			SolutionName:    d.Required.SolutionName,
			SolutionVersion: d.Required.SolutionVersion,
			App:             d.Required.App.Value,
			Active:          d.Required.Active,
		})
	}
	return f
}
