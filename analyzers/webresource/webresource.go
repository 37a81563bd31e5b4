// Package webresource reads the scripts and pages of a unit: the web resources of
// a solution, the code of its code components (PCF), and loose files. Each script
// is parsed once, that of a page at its true place in the page.
//
// A rule is a loop over the scripts and over the nodes of a kind:
//
//	for _, s := range webresource.Of(p.Pass).Scripts {
//		for n := range s.Of(javascript.Debugger) {
//			p.Reportf(n, s.Ref(), "...")
//		}
//	}
package webresource

import (
	"go/token"
	"iter"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Analyzer reads the scripts and pages. Its result is a *[Model], which is empty
// for a unit that is neither a solution nor a folder.
var Analyzer = &analysis.Analyzer{
	Name:       "webresource",
	Doc:        "read the scripts and pages",
	Requires:   []*analysis.Analyzer{source.Analyzer, customizations.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

// A Model is the scripts and pages of one unit.
type Model struct {
	Files    []*File        // sorted by member
	Scripts  []*Script      // of all files, in order
	Handlers []*FormHandler // of the forms of a solution, in their order
	// RibbonCalls are the functions that the ribbons of a solution call, a ribbon's
	// commands first.
	RibbonCalls []*RibbonCall
	Problems    []unit.Problem

	byName map[string]*File
}

// Unread returns what could not be read.
func (m *Model) Unread() []unit.Problem { return m.Problems }

// Find returns the script or page that is the web resource of that name, or in a
// folder the member of that name. Case is ignored, as Dataverse does. It is nil
// where there is none.
func (m *Model) Find(name string) *File { return m.byName[strings.ToLower(name)] }

// Origin tells what a file is to its unit.
type Origin int

// The origins.
const (
	Loose       Origin = iota // a file of a folder
	WebResource               // a web resource of a solution
	Control                   // code of a code component
)

// A File is one script or page.
type File struct {
	*source.File
	Component component.Ref
	Origin    Origin
	IsPage    bool
	// Resource is what the solution says of a web resource. It is nil for other
	// files, and for sources of a web resource that nothing describes.
	Resource *customizations.WebResource
	Scripts  []*Script // one for a script, any number for a page
	Links    []Link    // of a page
	// Libraries are the libraries and builds that were recognised in the scripts,
	// each once.
	Libraries []Library
}

// Name returns the name of the web resource, or that of the member.
func (f *File) Name() string {
	if f.Origin == WebResource {
		return f.Component.Name
	}
	return f.File.Name
}

// A Link is an address in a page, and its place there.
type Link struct {
	model.Text
	Element   string // name of the element, in lower case
	Attribute string // name of the attribute, in lower case
	Loads     bool   // the page loads what is there, as opposed to leading to it
}

// Form tells how a script stands in its file.
type Form int

// The forms of scripts.
const (
	Whole   Form = iota // the file
	Inline              // a script element
	Handler             // an attribute like onclick
	URL                 // a javascript: URL
)

// A Script is a script that was parsed, with positions in its file.
type Script struct {
	*javascript.File
	In        *File
	Form      Form
	Attribute string // name of the attribute of a Handler or URL, in lower case
	// IsVerbatim says that the file holds the script byte for byte. It is false
	// where entities stand in an attribute: a fix cannot be made there.
	IsVerbatim bool

	pos     func(offset int) token.Pos
	foreign []javascript.Span // code of others, in order
}

// Ref names the component that the script belongs to, for findings.
func (s *Script) Ref() component.Ref { return s.In.Component }

// Range returns the place of some bytes of the script: of a comment, a feature of
// the language, a syntax error.
func (s *Script) Range(at javascript.Span) model.Range {
	return model.Range{From: s.pos(int(at.Start)), To: s.pos(int(at.End))}
}

// Of returns the nodes of a kind in the order of the text, but for those of code
// of others, which is not judged. Those too are what s.File.Of returns.
func (s *Script) Of(kind javascript.Kind) iter.Seq[javascript.Node] { return s.own(s.File.Of(kind)) }

// Nodes returns all nodes in the order of the text, but for those of code of
// others. Those too are what s.File.Nodes returns.
func (s *Script) Nodes() iter.Seq[javascript.Node] { return s.own(s.File.Nodes()) }

func (s *Script) own(nodes iter.Seq[javascript.Node]) iter.Seq[javascript.Node] {
	if len(s.foreign) == 0 {
		return nodes
	}
	return func(yield func(javascript.Node) bool) {
		for n := range nodes {
			if s.IsOwn(n.Span()) && !yield(n) {
				return
			}
		}
	}
}

// IsOwn reports whether what begins there is to be judged: it is not recognised as
// code of others.
func (s *Script) IsOwn(at javascript.Span) bool {
	i, _ := slices.BinarySearchFunc(s.foreign, at.Start, func(f javascript.Span, start int32) int {
		return int(f.End) - int(start) - 1
	})
	return i == len(s.foreign) || s.foreign[i].Start > at.Start
}

// IsForeign reports whether all of the script is code of others.
func (s *Script) IsForeign() bool {
	return len(s.foreign) == 1 && s.foreign[0].Start == 0 && int(s.foreign[0].End) >= len(s.Source)
}
