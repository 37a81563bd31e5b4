// Package deployment reads packages for Package Deployer: ImportConfig.xml, the
// files that it names, the pages that the deployer shows, and the texts and the
// code of the package's own assembly.
package deployment

import (
	"errors"
	"path"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/contenttypes"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Analyzer reads a deployment package. Its result is a *[Model], which is empty for
// a unit of another kind. It exports [Package].
var Analyzer = &analysis.Analyzer{
	Name:       "deployment",
	Doc:        "read what a deployment package imports",
	Requires:   []*analysis.Analyzer{source.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	FactTypes:  []analysis.Fact{(*Package)(nil)},
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

// ConfigName is the name of the file that says what is imported.
const ConfigName = "ImportConfig.xml"

func run(pass *analysis.Pass) (any, error) {
	m := new(Model)
	if unit.KindOf(pass) != unit.Deployment {
		return m, nil
	}
	m.load(source.Of(pass))
	if m.IsSet() {
		pass.ExportPackageFact(m.fact(source.Of(pass)))
	}
	return m, nil
}

// load finds and reads ImportConfig.xml.
func (m *Model) load(files *source.Files) {
	m.File = configIn(files)
	m.Built = isBuilt(files)
	if m.File == "" {
		return
	}
	if folder := path.Dir(m.File); folder != "." {
		m.Folder = folder + "/"
	}
	file, err := files.Open(m.File)
	if err != nil {
		m.Problems = []unit.Problem{{Member: m.File, Pos: files.At(m.File), Message: "the import configuration cannot be read: " + err.Error()}}
		return
	}
	doc, err := xmltree.Parse(file.Text)
	if bad := (*xmltree.Error)(nil); errors.As(err, &bad) {
		m.Problems = []unit.Problem{{Member: m.File, Pos: file.Pos(bad.Offset), Message: "the import configuration is broken: " + bad.Message}}
	}
	r := &reader{leaves.NewReader(file), m, files}
	r.root(doc.Root())
	m.content(files, r.Reader)
	m.unused(files)
}

// configIn returns the member ImportConfig.xml: in a folder of its own, as all
// packages have it, else at the top.
func configIn(files *source.Files) string {
	top := ""
	for _, name := range files.Names() {
		folder, base := path.Split(name)
		switch {
		case !strings.EqualFold(base, ConfigName):
		case folder == "":
			top = name
		case strings.Count(folder, "/") == 1:
			return name
		}
	}
	return top
}

// isBuilt reports whether a build has put the package together: its assembly or
// its content types are there.
func isBuilt(files *source.Files) bool {
	if _, ok := files.Find(contenttypes.Name); ok {
		return true
	}
	return slices.ContainsFunc(files.Names(), func(name string) bool {
		return !strings.Contains(name, "/") && strings.EqualFold(path.Ext(name), ".dll")
	})
}

func (m *Model) fact(files *source.Files) *Package {
	p := &Package{Range: m.Range, Config: m.File, Folder: m.Folder, Built: m.Built}
	for _, s := range m.Solutions {
		p.Solutions = append(p.Solutions, Listed{s.File.Text, s.File.Member})
	}
	for _, name := range files.Names() {
		if rest, ok := strings.CutPrefix(name, m.Folder); ok && !strings.Contains(rest, "/") {
			p.Files = append(p.Files, name)
		}
	}
	return p
}
