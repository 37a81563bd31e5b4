// Package source reads the members of a unit as text, each decoded once for all
// analyzers of the unit, and gives positions in them.
package source

import (
	"go/token"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/text"
)

// Analyzer gives access to the unit's members. Its result is a *[Files].
var Analyzer = &analysis.Analyzer{
	Name:       "source",
	Doc:        "read the members of a unit, each decoded once",
	ResultType: reflect.TypeFor[*Files](),
	Run:        func(pass *analysis.Pass) (any, error) { return newFiles(pass), nil },
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Files { return pass.ResultOf[Analyzer].(*Files) }

// Files are the members of one unit. It is safe for concurrent use.
type Files struct {
	pass  *analysis.Pass
	names []string
	lower map[string]string // lower-case name to the first member of that name

	mu    sync.Mutex
	files map[string]*entry
	marks map[string]token.Pos
}

type entry struct {
	once sync.Once
	file *File
	err  error
}

// A File is one decoded member.
type File struct {
	Name     string
	Text     []byte // UTF-8 without byte order mark; must not be changed
	Encoding text.Encoding
	Lines    *text.Lines
	Token    *token.File
}

// Pos returns the position of a byte offset of Text.
func (f *File) Pos(offset int) token.Pos { return f.Token.Pos(offset) }

func newFiles(pass *analysis.Pass) *Files {
	f := &Files{
		pass:  pass,
		names: slices.Clone(pass.OtherFiles),
		lower: make(map[string]string, len(pass.OtherFiles)),
		files: make(map[string]*entry),
		marks: make(map[string]token.Pos),
	}
	slices.Sort(f.names)
	for _, name := range f.names {
		if key := strings.ToLower(name); f.lower[key] == "" {
			f.lower[key] = name
		}
	}
	return f
}

// Names returns the names of all members, sorted. The caller must not change it.
func (f *Files) Names() []string { return f.names }

// Under returns the sorted names of the members in a folder and below it, case
// ignored. The folder is written with its final slash: "Workflows/".
func (f *Files) Under(folder string) []string {
	var in []string
	for _, name := range f.names {
		if len(name) > len(folder) && strings.EqualFold(name[:len(folder)], folder) {
			in = append(in, name)
		}
	}
	return in
}

// Find returns the member of that name, case ignored as Dataverse does.
func (f *Files) Find(name string) (member string, ok bool) {
	member, ok = f.lower[strings.ToLower(name)]
	return member, ok
}

// Open reads and decodes a member at the first call for it. The error is that
// of the pass's ReadFile.
func (f *Files) Open(name string) (*File, error) {
	f.mu.Lock()
	e := f.files[name]
	if e == nil {
		e = new(entry)
		f.files[name] = e
	}
	f.mu.Unlock()
	e.once.Do(func() { e.file, e.err = f.read(name) })
	return e.file, e.err
}

func (f *Files) read(name string) (*File, error) {
	raw, err := f.pass.ReadFile(name)
	if err != nil {
		return nil, err
	}
	decoded, encoding := text.Decode(raw)
	lines := text.NewLines(decoded)
	file := f.pass.Fset.AddFile(f.path(name), -1, len(decoded))
	file.SetLines(lines.Starts())
	return &File{name, decoded, encoding, lines, file}, nil
}

// At returns a position that stands for a member as a whole, or for the whole
// unit where name is empty. The member is not read and need not exist.
func (f *Files) At(name string) token.Pos {
	f.mu.Lock()
	defer f.mu.Unlock()
	pos, ok := f.marks[name]
	if !ok {
		pos = token.Pos(f.pass.Fset.AddFile(f.path(name), -1, 0).Base())
		f.marks[name] = pos
	}
	return pos
}

// Opened returns the members that some analyzer opened, sorted by name.
func (f *Files) Opened() []*File {
	f.mu.Lock()
	defer f.mu.Unlock()
	var open []*File
	for _, e := range f.files {
		if e.file != nil {
			open = append(open, e.file)
		}
	}
	slices.SortFunc(open, func(a, b *File) int { return strings.Compare(a.Name, b.Name) })
	return open
}

// Forget drops the text of all members, for the driver to call when the unit is
// finished. Positions keep their offsets and lose their lines.
func (f *Files) Forget() {
	for _, file := range f.Opened() {
		file.Token.SetLines([]int{0})
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	clear(f.files)
}

// path names a member among all units of a run, as [Split] takes it apart.
func (f *Files) path(name string) string { return f.pass.Pkg.Path() + separator + name }

// separator stands between a unit and a member in the name of a token.File.
// Shown paths use "!/" between a zip and its member; the NUL keeps the two apart.
const separator = "!\x00/"

// Split returns the unit and the member that the name of a token.File stands for.
func Split(name string) (unit, member string) {
	i := strings.LastIndex(name, separator)
	if i < 0 {
		return "", name
	}
	return name[:i], name[i+len(separator):]
}
