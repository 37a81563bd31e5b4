// Package controlmanifest reads the manifests of code components (PCF):
// ControlManifest.xml beside the component's code. The elements and attributes are
// those of Microsoft's manifest schema reference.
package controlmanifest

import (
	"errors"
	"path"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Analyzer reads the manifests of a solution's code components. Its result is a
// *[Model], which is empty for a unit that is no solution.
var Analyzer = &analysis.Analyzer{
	Name:       "controlmanifest",
	Doc:        "read the manifests of code components",
	Requires:   []*analysis.Analyzer{source.Analyzer, customizations.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

// A Model is the manifests of one solution.
type Model struct {
	Manifests []*Manifest // in the order of the components
	Problems  []unit.Problem
}

// Unread returns what could not be read.
func (m *Model) Unread() []unit.Problem { return m.Problems }

// A Manifest is that of one code component.
type Manifest struct {
	model.Range               // the start tag of control
	Component   component.Ref // the code component
	Member      string

	Namespace   model.Text
	Constructor model.Text
	Version     model.Text
	DisplayName model.Text // display-name-key
	ControlType model.Text
	Properties  []*Property
	DataSets    []*DataSet
	TypeGroups  []*TypeGroup
	Resources   []*Resource
	Features    []*Feature
	Libraries   []*PlatformLibrary
}

// A Property is one that a maker sets or binds.
type Property struct {
	model.Range // the start tag of property
	Name        model.Text
	DisplayName model.Text // display-name-key
	Type        model.Text // of-type
	TypeGroup   model.Text // of-type-group
	Usage       model.Text
	Values      []model.Text // the names of the values of an Enum
}

// A DataSet is a list of rows that a maker binds.
type DataSet struct {
	model.Range // the start tag of data-set
	Name        model.Text
}

// A TypeGroup names several types.
type TypeGroup struct {
	model.Range // the start tag of type-group
	Name        model.Text
	Types       []model.Text
}

// A Resource is a file of the component.
type Resource struct {
	model.Range            // the start tag
	Kind        string     // "code", "css", "img", "resx"
	Path        model.Text // relative to the manifest
	Member      string     // the member of that path
	Exists      bool       // whether the unit holds it
}

// A Feature is something that the component asks the platform for.
type Feature struct {
	model.Range // the start tag of uses-feature
	Name        model.Text
	Required    model.Flag
}

// A PlatformLibrary is a library that the platform brings.
type PlatformLibrary struct {
	model.Range // the start tag of platform-library
	Name        model.Text
	Version     model.Text
}

func run(pass *analysis.Pass) (any, error) {
	m := new(Model)
	files := source.Of(pass)
	for _, c := range customizations.Of(pass).CustomControls {
		if c.Manifest.Exists() {
			m.read(files, c)
		}
	}
	return m, nil
}

func (m *Model) read(files *source.Files, c *customizations.CustomControl) {
	member := c.Manifest.Member
	file, err := files.Open(member)
	if err != nil {
		m.Problems = append(m.Problems, unit.Problem{Member: member, Pos: files.At(member), Message: "the file cannot be read: " + err.Error()})
		return
	}
	document, err := xmltree.Parse(file.Text)
	if err != nil {
		problem := unit.Problem{Member: member, Pos: file.Pos(0), Message: "the XML is broken: " + err.Error()}
		if bad := (*xmltree.Error)(nil); errors.As(err, &bad) {
			problem.Pos, problem.Message = file.Pos(bad.Offset), "the XML is broken: "+bad.Message
		}
		m.Problems = append(m.Problems, problem)
		return
	}
	r := &reader{leaves.NewReader(file), files, &Manifest{Component: c.Ref(), Member: member}}
	r.manifest(document.Root())
	m.Manifests = append(m.Manifests, r.m)
}

// A reader reads one manifest.
type reader struct {
	*leaves.Reader
	files *source.Files
	m     *Manifest
}

// maxParts bounds each list of a manifest; real ones have some dozens.
const maxParts = 5000

func (r *reader) manifest(root xmltree.Node) {
	n := root.Child("control")
	m := r.m
	m.Range = model.At(r.Tag(n), r.Tag(root), model.Range{From: r.File.Pos(0), To: r.File.Pos(0)})
	m.Namespace = r.Attr(n, "namespace")
	m.Constructor = r.Attr(n, "constructor")
	m.Version = r.Attr(n, "version")
	m.DisplayName = r.Attr(n, "display-name-key")
	m.ControlType = r.Attr(n, "control-type")
	count := 0
	for c := range n.Children() {
		if count++; count > maxParts {
			return
		}
		switch c.Tag() {
		case "property":
			m.Properties = append(m.Properties, r.property(c))
		case "data-set":
			m.DataSets = append(m.DataSets, &DataSet{r.Tag(c), r.Attr(c, "name")})
		case "type-group":
			m.TypeGroups = append(m.TypeGroups, r.typeGroup(c))
		case "resources":
			r.resources(c)
		case "feature-usage":
			for f := range c.Named("uses-feature") {
				m.Features = append(m.Features, &Feature{r.Tag(f), r.Attr(f, "name"), leaves.Flag(r.Attr(f, "required"))})
			}
		}
	}
}

func (r *reader) property(n xmltree.Node) *Property {
	p := &Property{
		Range: r.Tag(n), Name: r.Attr(n, "name"), DisplayName: r.Attr(n, "display-name-key"),
		Type: r.Attr(n, "of-type"), TypeGroup: r.Attr(n, "of-type-group"), Usage: r.Attr(n, "usage"),
	}
	for v := range n.Named("value") {
		p.Values = append(p.Values, r.Attr(v, "name"))
	}
	return p
}

func (r *reader) typeGroup(n xmltree.Node) *TypeGroup {
	g := &TypeGroup{Range: r.Tag(n), Name: r.Attr(n, "name")}
	for t := range n.Named("type") {
		g.Types = append(g.Types, r.Text(t))
	}
	return g
}

func (r *reader) resources(n xmltree.Node) {
	for c := range n.Children() {
		switch kind := c.Tag(); kind {
		case "code", "css", "img", "resx":
			res := &Resource{Range: r.Tag(c), Kind: kind, Path: r.Attr(c, "path")}
			res.Member = path.Join(path.Dir(r.m.Member), res.Path.Value)
			if found, ok := r.files.Find(res.Member); ok {
				res.Member, res.Exists = found, true
			}
			r.m.Resources = append(r.m.Resources, res)
		case "platform-library":
			r.m.Libraries = append(r.m.Libraries, &PlatformLibrary{r.Tag(c), r.Attr(c, "name"), r.Attr(c, "version")})
		}
	}
}
