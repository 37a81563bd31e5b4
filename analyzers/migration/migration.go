// Package migration reads what the Configuration Migration tool exports: rows of
// tables, to be imported with a deployment package.
//
// A file of rows may be large, so it is read part by part and what is kept of it
// are counts and the places of what is wrong. Two passes over the text suffice: one
// finds the tables, the other the records, whose table is the one around them.
package migration

import (
	"errors"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Analyzer reads configuration data. Its result is a *[Model], which is empty for a
// unit of another kind. It exports [Given].
var Analyzer = &analysis.Analyzer{
	Name:       "migration",
	Doc:        "read configuration data and their schema",
	Requires:   []*analysis.Analyzer{source.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	FactTypes:  []analysis.Fact{(*Given)(nil)},
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

func run(pass *analysis.Pass) (any, error) {
	m := new(Model)
	if unit.KindOf(pass) == unit.Data {
		files := source.Of(pass)
		m.schema(files)
		m.data(files)
		given := new(Given)
		for _, g := range m.Grants {
			if !g.Named {
				given.Unnamed++
			}
		}
		pass.ExportPackageFact(given)
	}
	return m, nil
}

// open opens one of the two files. The file is nil where it is not there or cannot
// be read.
func (m *Model) open(files *source.Files, name string) (member string, file *source.File) {
	member, ok := files.Find(name)
	if !ok {
		return "", nil
	}
	file, err := files.Open(member)
	if err != nil {
		m.Problems = append(m.Problems, unit.Problem{Member: member, Pos: files.At(member), Message: "it cannot be read: " + err.Error()})
		return member, nil
	}
	return member, file
}

// broken keeps what a parser says. It reports whether there was anything.
func (m *Model) broken(file *source.File, err error) bool {
	bad, ok := errors.AsType[*xmltree.Error](err)
	if ok {
		m.Problems = append(m.Problems, unit.Problem{Member: file.Name, Pos: file.Pos(bad.Offset), Message: "the XML is broken: " + bad.Message})
	}
	return ok
}

// wrongRoot keeps that a file is another one than its name says.
func (m *Model) wrongRoot(file *source.File, root string) bool {
	if root == "entities" || root == "" {
		return false
	}
	m.Problems = append(m.Problems, unit.Problem{
		Member: file.Name, Pos: file.Pos(0), Message: `the file begins with "` + root + `", expected "entities"`,
	})
	return true
}

func (m *Model) schema(files *source.Files) {
	member, file := m.open(files, "data_schema.xml")
	m.SchemaFile = member
	if file == nil {
		return
	}
	r := leaves.NewReader(file)
	root, err := xmltree.NewStream(xmltree.Part{Path: "entities/entity", Skip: []string{"filter"}, Read: func(n xmltree.Node) {
		m.Schema = append(m.Schema, table(r, n))
	}}).Read(file.Text)
	if !m.broken(file, err) {
		m.wrongRoot(file, root)
	}
}

func table(r *leaves.Reader, n xmltree.Node) *Table {
	t := &Table{
		Range:          r.Tag(n),
		Name:           r.Attr(n, "name"),
		PrimaryID:      r.Attr(n, "primaryidfield"),
		DisablePlugIns: leaves.Flag(r.Attr(n, "disableplugins")),
	}
	for f := range n.Child("fields").Named("field") {
		t.Fields = append(t.Fields, &Field{
			Range:      r.Tag(f),
			Name:       r.Attr(f, "name"),
			Type:       r.Attr(f, "type"),
			Lookup:     r.Attr(f, "lookupType"),
			PrimaryKey: leaves.Flag(r.Attr(f, "primaryKey")),
		})
	}
	return t
}
