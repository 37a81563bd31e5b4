// Package flow reads cloud flows: so far the connections and the environment
// variables that they use.
package flow

import (
	"fmt"
	"iter"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Analyzer reads the cloud flows of a solution. Its result is a *[Model], which is
// empty for a unit without flows.
var Analyzer = &analysis.Analyzer{
	Name:       "flow",
	Doc:        "read what cloud flows use",
	Requires:   []*analysis.Analyzer{customizations.Analyzer, source.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

// A Model holds the cloud flows whose definition could be read, in the order of
// the processes.
type Model struct {
	Flows    []*Flow
	Problems []unit.Problem
}

// Unread returns what could not be read.
func (m *Model) Unread() []unit.Problem { return m.Problems }

// A Flow is one cloud flow.
type Flow struct {
	Process     *customizations.Process
	Member      string
	Connections []Connection
	Variables   []model.Text // schema names of the environment variables among its parameters
}

// A Connection is one entry of connectionReferences.
type Connection struct {
	model.Range            // the name of the entry
	Key         string     // by which the actions name it
	Reference   model.Text // connectionReferenceLogicalName; not set for a connection of the flow's own
	Connector   model.Text // api/name: "shared_sharepointonline"
}

// maxParts is the number of connections, and of parameters, of one flow that are
// read; real flows have up to some dozens.
const maxParts = 10_000

func run(pass *analysis.Pass) (any, error) {
	m := new(Model)
	files := source.Of(pass)
	seen := make(map[string]bool) // each flow has a file of its own, and a package that says otherwise must not cost more
	for _, p := range customizations.Of(pass).Processes {
		if p.Category.Is(customizations.CloudFlow) && p.JSON.Exists() && !seen[p.JSON.Member] {
			seen[p.JSON.Member] = true
			m.read(files, p)
		}
	}
	return m, nil
}

func (m *Model) read(files *source.Files, p *customizations.Process) {
	member := p.JSON.Member
	file, err := files.Open(member)
	if err != nil {
		m.Problems = append(m.Problems, unit.Problem{Member: member, Pos: files.At(member), Message: "the file cannot be read: " + err.Error()})
		return
	}
	tree := jsontree.Parse(file.Text, file.Pos(0))
	if !tree.IsWellFormed() {
		m.Problems = append(m.Problems, unit.Problem{Member: member, Pos: tree.Problems[0].Pos(), Message: "the JSON of the flow is broken: " + tree.Problems[0].String()})
		return
	}
	f := &Flow{Process: p, Member: member}
	connections, parameters := tree.Root.At("properties", "connectionReferences"), tree.Root.At("properties", "definition", "parameters")
	for key, n := range m.first(f, connections, "connections") {
		f.Connections = append(f.Connections, Connection{
			Range:     model.Range{From: key.Pos(), To: key.End()},
			Key:       strings.Clone(key.Name),
			Reference: text(n.At("connection", "connectionReferenceLogicalName")),
			Connector: text(n.At("api", "name")),
		})
	}
	for _, n := range m.first(f, parameters, "parameters") {
		if name := text(n.At("metadata", "schemaName")); name.Value != "" {
			f.Variables = append(f.Variables, name)
		}
	}
	m.Flows = append(m.Flows, f)
}

// first returns the members of an object, and says so where there are more than
// the limit.
func (m *Model) first(f *Flow, object *jsontree.Node, what string) iter.Seq2[jsontree.Key, *jsontree.Node] {
	return func(yield func(jsontree.Key, *jsontree.Node) bool) {
		count := 0
		for key, n := range object.Members() {
			if count++; count > maxParts {
				m.Problems = append(m.Problems, unit.Problem{Member: f.Member, Pos: key.Pos(), Message: fmt.Sprintf("the flow has more than %d %s, and those after them are not read", maxParts, what)})
				return
			}
			if !yield(key, n) {
				return
			}
		}
	}
}

// text returns a string as a leaf, whose place is that with the quotes.
func text(n *jsontree.Node) model.Text {
	s, ok := n.Text()
	if !ok {
		return model.Text{}
	}
	return model.Text{Value: strings.Clone(s), Range: model.Range{From: n.Pos(), To: n.End()}}
}
