// Package exportpackage reads the packages that apps and flows outside of solutions
// are exported to: "Export package" of a canvas app or a cloud flow.
//
// The layout is as measured in forty of them: manifest.json tells the resources and
// what they need, Microsoft.Flow/flows holds a folder for each flow, and
// Microsoft.PowerApps/apps one for each app with a description of its files.
package exportpackage

import (
	"go/token"
	"path"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Analyzer reads an export package. Its result is a *[Model], which is empty for a
// unit that is none.
var Analyzer = &analysis.Analyzer{
	Name:       "exportpackage",
	Doc:        "read the export package of an app or a flow",
	Requires:   []*analysis.Analyzer{source.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

// A Model is one export package.
type Model struct {
	File        string // the member manifest.json; empty for a unit that is no export package
	model.Range        // its resources
	Name        model.Text
	Resources   []*Resource
	Parts       []Part // the files that the descriptions of flows and apps name
	Problems    []unit.Problem
}

// Unread returns what could not be read.
func (m *Model) Unread() []unit.Problem { return m.Problems }

// A Resource is an app, a flow, a connector or a connection.
type Resource struct {
	ID           model.Text
	Type         model.Text // "Microsoft.Flow/flows"
	Name         model.Text // details.displayName
	CreationType model.Text // what the importer may choose; "Existing" for connections
	DependsOn    []model.Text
}

// A Part is a file that a description names.
type Part struct {
	model.Text        // as it is named
	Member     string // where it must be
	Exists     bool
}

// The folders of the two kinds of resources.
const (
	flows = "Microsoft.Flow/flows/"
	apps  = "Microsoft.PowerApps/apps/"
)

func run(pass *analysis.Pass) (any, error) {
	m := new(Model)
	switch unit.KindOf(pass) {
	case unit.Archive, unit.Folder, unit.Unknown:
		files := source.Of(pass)
		if name, ok := files.Find("manifest.json"); ok && len(files.Under(flows))+len(files.Under(apps)) > 0 {
			m.File = name
			m.load(files)
		}
	default:
	}
	return m, nil
}

// maxParts is how many resources and files are read.
const maxParts = 10_000

func (m *Model) load(files *source.Files) {
	root := m.tree(files, m.File)
	m.Name = text(root.At("details", "displayName"))
	resources := root.Get("resources")
	m.Range = model.Range{From: resources.Pos(), To: resources.End()}
	for key, n := range resources.Members() {
		if len(m.Resources) == maxParts {
			m.problem(m.File, key.Pos(), "there are more resources than are read")
			break
		}
		m.Resources = append(m.Resources, resource(key, n))
	}
	m.flows(files)
	for _, name := range files.Under(apps) {
		if folder, file := path.Split(name[len(apps):]); file == strings.TrimSuffix(folder, "/")+".json" {
			m.app(files, name)
		}
	}
}

func (m *Model) problem(member string, at token.Pos, message string) {
	m.Problems = append(m.Problems, unit.Problem{Member: member, Pos: at, Message: message})
}

// tree reads a member that is JSON. It is nil where it cannot be read.
func (m *Model) tree(files *source.Files, name string) *jsontree.Node {
	file, err := files.Open(name)
	if err != nil {
		m.problem(name, files.At(name), "it cannot be read: "+err.Error())
		return nil
	}
	tree := jsontree.Parse(file.Text, file.Pos(0))
	for _, p := range tree.Problems {
		if p.Kind != jsontree.DuplicateKey {
			m.problem(name, p.Pos(), p.String())
			break
		}
	}
	return tree.Root
}

// text returns the leaf of a string, which is not set for another kind of node.
func text(n *jsontree.Node) model.Text {
	s, ok := n.Text()
	if !ok {
		return model.Text{}
	}
	return model.Text{Value: strings.Clone(s), Range: model.Range{From: n.Pos(), To: n.End()}}
}

func resource(key jsontree.Key, n *jsontree.Node) *Resource {
	r := &Resource{
		ID:           model.Text{Value: strings.Clone(key.Name), Range: model.Range{From: key.Pos(), To: key.End()}},
		Type:         text(n.Get("type")),
		Name:         text(n.At("details", "displayName")),
		CreationType: text(n.Get("creationType")),
	}
	for _, d := range n.Get("dependsOn").Items() {
		if len(r.DependsOn) < maxParts {
			r.DependsOn = append(r.DependsOn, text(d))
		}
	}
	return r
}

// part adds a file that a description names.
func (m *Model) part(files *source.Files, t model.Text, member string) {
	if t.Value == "" || len(m.Parts) == maxParts {
		return
	}
	_, exists := files.Find(member)
	m.Parts = append(m.Parts, Part{t, member, exists})
}

// flows reads which folders the flows have: each holds the flow itself.
func (m *Model) flows(files *source.Files) {
	name, ok := files.Find(flows + "manifest.json")
	if !ok {
		return
	}
	for _, n := range m.tree(files, name).At("flowAssets", "assetPaths").Items() {
		t := text(n)
		m.part(files, t, flows+t.Value+"/definition.json")
	}
}

// app reads which files an app has: the app itself, and pictures.
func (m *Model) app(files *source.Files, name string) {
	properties := m.tree(files, name).At("appDefinitionTemplate", "properties")
	uris := []*jsontree.Node{properties.At("appUris", "documentUri", "value"), properties.Get("backgroundImageUri")}
	for _, n := range properties.At("appUris", "imageUris").Items() {
		uris = append(uris, n)
	}
	for _, n := range properties.Get("icons").Members() {
		uris = append(uris, n)
	}
	for _, n := range uris {
		if t := text(n); strings.HasPrefix(t.Value, "/") {
			m.part(files, t, strings.TrimSuffix(apps, "/")+t.Value)
		}
	}
}
