// Package contenttypes reads [Content_Types].xml, by which the packages of the
// platform say what the files in them are.
//
// The format is that of the Open Packaging Conventions (ECMA-376, part 2): an
// element Default for each extension, an Override for a single file.
package contenttypes

import (
	"errors"
	"path"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Name is the name of the file.
const Name = "[Content_Types].xml"

// Analyzer reads the content types of AppSource packages, deployment packages and
// configuration data. Its result is a *[Model].
var Analyzer = &analysis.Analyzer{
	Name:       "contenttypes",
	Doc:        "read what a package says of its files",
	Requires:   []*analysis.Analyzer{source.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

// A Model is what one file of content types says.
type Model struct {
	File        string // the member, empty where there is none
	model.Range        // the start tag of Types
	Defaults    []Default
	Overrides   []Override
	Problems    []unit.Problem
}

// A Default is the type of the files with one extension.
type Default struct {
	model.Range // the start tag
	Extension   model.Text
	ContentType model.Text
}

// An Override is the type of one file.
type Override struct {
	model.Range // the start tag
	PartName    model.Text
	ContentType model.Text
}

// Unread returns what could not be read.
func (m *Model) Unread() []unit.Problem { return m.Problems }

// Covers reports whether a member has a type.
func (m *Model) Covers(member string) bool {
	ext := strings.TrimPrefix(path.Ext(member), ".")
	for _, d := range m.Defaults {
		if strings.EqualFold(strings.TrimPrefix(d.Extension.Value, "."), ext) {
			return true
		}
	}
	for _, o := range m.Overrides {
		if strings.EqualFold(strings.TrimPrefix(o.PartName.Value, "/"), member) {
			return true
		}
	}
	return false
}

func run(pass *analysis.Pass) (any, error) {
	m := new(Model)
	switch unit.KindOf(pass) {
	case unit.AppSource, unit.Deployment, unit.Data:
		m.load(source.Of(pass))
	default:
	}
	return m, nil
}

func (m *Model) load(files *source.Files) {
	name, ok := files.Find(Name)
	if !ok {
		return
	}
	m.File = name
	file, err := files.Open(name)
	if err != nil {
		m.Problems = []unit.Problem{{Member: name, Pos: files.At(name), Message: "the content types cannot be read: " + err.Error()}}
		return
	}
	doc, err := xmltree.Parse(file.Text)
	if bad := (*xmltree.Error)(nil); errors.As(err, &bad) {
		m.Problems = []unit.Problem{{Member: name, Pos: file.Pos(bad.Offset), Message: "the content types are broken: " + bad.Message}}
	}
	r, root := leaves.NewReader(file), doc.Root()
	if root.IsSet() && root.Tag() != "Types" {
		m.Problems = append(m.Problems, unit.Problem{
			Member: name, Pos: r.Tag(root).From, Message: `the content types begin with "` + root.Tag() + `", expected "Types"`,
		})
		return
	}
	m.types(r, root)
}

// maxTypes is how many types are read; real packages have about twenty.
const maxTypes = 10_000

func (m *Model) types(r *leaves.Reader, root xmltree.Node) {
	m.Range = r.Tag(root)
	for n := range root.Children() {
		if len(m.Defaults)+len(m.Overrides) == maxTypes {
			m.Problems = append(m.Problems, unit.Problem{Member: m.File, Pos: r.Tag(n).From, Message: "there are more content types than are read"})
			return
		}
		switch n.Tag() {
		case "Default":
			m.Defaults = append(m.Defaults, Default{r.Tag(n), r.Attr(n, "Extension"), r.Attr(n, "ContentType")})
		case "Override":
			m.Overrides = append(m.Overrides, Override{r.Tag(n), r.Attr(n, "PartName"), r.Attr(n, "ContentType")})
		}
	}
}
