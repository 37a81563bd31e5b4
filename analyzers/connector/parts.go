package connector

import (
	"bytes"
	"go/token"
	"path"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// PartsAnalyzer tells units outside of a package what it consists of. Its result is
// the [Parts] of the unit itself, which it also exports as a fact.
var PartsAnalyzer = &analysis.Analyzer{
	Name:       "connectorparts",
	Doc:        "tell what a package that is sent in for certification consists of",
	Requires:   []*analysis.Analyzer{source.Analyzer, customizations.Analyzer},
	FactTypes:  []analysis.Fact{new(Parts)},
	ResultType: reflect.TypeFor[*Parts](),
	Run: func(pass *analysis.Pass) (any, error) {
		p := readParts(pass)
		if p.Kind == unit.Solution || p.Kind == unit.Deployment || p.Kind == unit.Archive {
			pass.ExportPackageFact(p)
		}
		return p, nil
	},
}

// PartsOf returns the result of [PartsAnalyzer], which must be among the pass's
// Requires.
func PartsOf(pass *analysis.Pass) *Parts { return pass.ResultOf[PartsAnalyzer].(*Parts) }

// Parts say what lies in a package, as far as certification asks for it.
type Parts struct {
	Kind    unit.Kind
	At      token.Pos // stands for the package
	Files   []string  // in no folder, sorted
	Folders []string  // of the outermost level, sorted
	Below   []string  // files in those folders, sorted
	Deeper  []string  // folders in those folders, sorted

	// What the customizations of a solution name.
	Connectors bool
	Flows      bool
	Plugins    bool // AI plug-ins
}

// AFact marks Parts as a fact.
func (*Parts) AFact() {}

// String returns the names of the folders.
func (p *Parts) String() string { return strings.Join(p.Folders, " ") }

// Has reports whether the package has a folder of that name, case ignored.
func (p *Parts) Has(folder string) bool {
	return slices.ContainsFunc(p.Folders, func(f string) bool { return strings.EqualFold(f, folder) })
}

// maxNames bounds how many names a fact holds.
const maxNames = 1 << 12

func readParts(pass *analysis.Pass) *Parts {
	files := source.Of(pass)
	p := &Parts{Kind: unit.KindOf(pass), At: files.At("")}
	names := files.Names()
	for _, name := range names[:min(len(names), maxNames)] {
		folder, rest, nested := strings.Cut(name, "/")
		switch {
		case !nested:
			p.Files = append(p.Files, name)
			continue
		case strings.Contains(rest, "/"):
			p.Deeper = append(p.Deeper, folder+"/"+rest[:strings.IndexByte(rest, '/')])
		default:
			p.Below = append(p.Below, name)
		}
		p.Folders = append(p.Folders, folder)
	}
	p.Folders, p.Deeper = slices.Compact(p.Folders), slices.Compact(p.Deeper)
	if p.Kind == unit.Solution {
		p.contents(files, customizations.Of(pass))
	}
	return p
}

// contents tells what kinds of components a solution names.
func (p *Parts) contents(files *source.Files, m *customizations.Model) {
	p.Connectors, p.Flows = len(m.Connectors) > 0, len(m.Processes) > 0
	if m.File == "" {
		return
	}
	if f, err := files.Open(m.File); err == nil {
		p.Plugins = bytes.Contains(f.Text, []byte("<aicopilot_aiplugin"))
	}
}

// With returns the names among some that end in an extension, case ignored.
func With(names []string, ext string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !strings.EqualFold(path.Ext(n), ext) })
}
