// Package connector reads custom connectors: the definition, the properties, the
// icon, the script and what else lies beside them, from a connector folder or
// from a solution that holds the connector. Both give the same model.
package connector

import (
	"bytes"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Analyzer reads the connectors of a unit. Its result is a *[Model], which is
// empty for a unit that can hold none.
var Analyzer = &analysis.Analyzer{
	Name:       "connector",
	Doc:        "read custom connectors",
	Requires:   []*analysis.Analyzer{source.Analyzer, customizations.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	Run:        func(pass *analysis.Pass) (any, error) { return load(pass), nil },
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

// A Model is all connectors of one unit, in the order of the names of their
// files.
type Model struct {
	Connectors []*Connector
	Problems   []unit.Problem
}

// Unread returns what could not be read.
func (m *Model) Unread() []unit.Problem { return m.Problems }

// A Connector is one custom connector.
type Connector struct {
	// Ref names the connector in findings: by its title, or by its folder or its
	// name in the solution where it has none.
	Ref    component.Ref
	Layout Layout

	Definition *Definition // nil where there is none
	Properties *Properties // never nil
	Settings   *Settings   // nil where there are none
	Icon       *Icon       // nil where there is none
	Scripts    []*Script   // a connector may have one
	Documents  []*Document // all JSON files of the connector
	Readme     string      // the member that describes the connector to its users, empty where there is none
	Loose      bool        // a definition that lies by itself: nothing can be said of what is not there

	// Component is the connector in its solution, nil for a folder.
	Component *customizations.Connector
	// Home stands for the connector where there is no better place.
	Home model.Range
}

// Document returns the JSON file that is that to the connector, nil where there
// is none.
func (c *Connector) Document(role Role) *Document {
	for _, d := range c.Documents {
		if d.Role == role {
			return d
		}
	}
	return nil
}

// Operations returns the operations of the definition, none where there is no
// definition of the accepted format.
func (c *Connector) Operations() []*Operation {
	if c.Definition == nil {
		return nil
	}
	return c.Definition.Operations
}

// Layout says where a connector was found.
type Layout int

// The layouts.
const (
	Folder     Layout = iota + 1 // files beside each other, as paconn writes them
	InSolution                   // parts that a solution names
)

// Role says what a JSON file is to its connector.
type Role string

// The roles, in the words of messages.
const (
	DefinitionRole Role = "definition"
	PropertiesRole Role = "properties"
	ParametersRole Role = "connection parameters"
	PoliciesRole   Role = "policies"
	SettingsRole   Role = "settings"
)

// A Node is a value of a JSON document, for what no leaf of the model stands for.
type Node = jsontree.Node

// A Kind is what a Node holds.
type Kind = jsontree.Kind

// The kinds that rules ask for.
const (
	Null    = jsontree.Null
	Boolean = jsontree.Boolean
	Number  = jsontree.Number
	String  = jsontree.String
	Array   = jsontree.Array
	Object  = jsontree.Object
)

// A Document is one JSON file of a connector.
type Document struct {
	Role Role
	File *source.File
	Tree *jsontree.Tree
}

// IsWhole reports whether all of the document was understood, so that what is
// not in the model is not in the file.
func (d *Document) IsWhole() bool {
	if d.Tree.Unlisted > 0 {
		return false
	}
	for _, p := range d.Tree.Problems {
		switch p.Kind {
		case jsontree.DuplicateKey, jsontree.Comment, jsontree.TrailingComma, jsontree.ExtraComma, jsontree.MissingComma,
			jsontree.MissingColon, jsontree.ControlCharacter, jsontree.BadEscape, jsontree.OddSpace, jsontree.SingleQuotes,
			jsontree.UnquotedName:
		default:
			return false
		}
	}
	return true
}

// IsBlank reports whether the file holds nothing at all.
func (d *Document) IsBlank() bool { return len(bytes.TrimSpace(d.File.Text)) == 0 }

// load reads the connectors of a unit.
func load(pass *analysis.Pass) *Model {
	l := &loader{files: source.Of(pass), read: pass.ReadFile, model: new(Model)}
	switch unit.KindOf(pass) {
	case unit.Solution:
		l.solution(customizations.Of(pass))
	case unit.Connector:
		l.folder()
	case unit.Folder:
		l.loose()
	default:
	}
	return l.model
}
