// Package mention finds which web resources of a solution something else in it
// names: a form, a ribbon, a site map, an app, a page, a script, whatever text.
//
// It looks for names in texts and not for references in models, because a web
// resource can be named in many places that no model has, ribbons among them, and
// because a name that is missed would call something unused that is not.
package mention

import (
	"bytes"
	"path"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/source"
)

// Analyzer looks for the names. Its result is a *[Model].
var Analyzer = &analysis.Analyzer{
	Name:       "mention",
	Doc:        "find which web resources something names",
	Requires:   []*analysis.Analyzer{source.Analyzer, customizations.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

// A Model is the outcome for one solution.
type Model struct {
	// Unnamed are the web resources that nothing else in the solution names, in the
	// order of the solution.
	Unnamed []*customizations.WebResource
}

// A finder looks for names.
type finder struct {
	files *source.Files
	names map[string][]*customizations.WebResource // names, last parts of names and GUIDs, in lower case
	found map[*customizations.WebResource]bool
}

func run(pass *analysis.Pass) (any, error) {
	c := customizations.Of(pass)
	f := &finder{source.Of(pass), make(map[string][]*customizations.WebResource), make(map[*customizations.WebResource]bool)}
	for _, w := range c.WebResources {
		name := strings.ToLower(w.Name.Value)
		for _, key := range slices.Compact([]string{name, path.Base(name)}) {
			f.names[key] = append(f.names[key], w)
		}
		if w.ID.Value != "" {
			f.names[w.ID.Value] = append(f.names[w.ID.Value], w)
		}
	}
	m := new(Model)
	if len(c.WebResources) == 0 {
		return m, nil
	}
	f.members(c)
	for _, w := range c.WebResources {
		f.text([]byte(w.Dependencies.Value), w.File.Member)
	}
	for _, w := range c.WebResources {
		if !f.found[w] {
			m.Unnamed = append(m.Unnamed, w)
		}
	}
	return m, nil
}

// maxTotal is how many bytes are looked through. Where there is more, nothing is
// called unnamed.
const maxTotal = 512 << 20

// members looks through the texts of the solution, but for what describes the web
// resources themselves.
func (f *finder) members(c *customizations.Model) {
	total := 0
	for _, name := range f.files.Names() {
		if !isText(name) {
			continue
		}
		file, err := f.files.Open(name)
		if err != nil {
			continue // told by whoever reads the file
		}
		if total += len(file.Text); total > maxTotal {
			for _, w := range c.WebResources {
				f.found[w] = true
			}
			return
		}
		text := file.Text
		if name == c.File {
			text = withoutWebResources(text)
		}
		f.text(text, name)
	}
}

// isText reports whether a member is a text that may name web resources.
func isText(name string) bool {
	lower := strings.ToLower(name)
	switch path.Ext(lower) {
	case ".dll", ".png", ".jpg", ".jpeg", ".gif", ".ico", ".xap", ".msapp", ".zip", ".nupkg", ".docx", ".xlsx", ".pptx":
		return false
	}
	base := path.Base(lower)
	isOwn := strings.HasPrefix(lower, "webresources/") && strings.HasSuffix(lower, ".data.xml")
	return !isOwn && base != "solution.xml" && base != "[content_types].xml"
}

// withoutWebResources returns customizations.xml without its list of web
// resources.
func withoutWebResources(text []byte) []byte {
	const end = "</WebResources>"
	from, to := bytes.Index(text, []byte("<WebResources>")), bytes.LastIndex(text, []byte(end))
	if from < 0 || to < from {
		return text
	}
	return slices.Concat(text[:from], []byte("\n"), text[to+len(end):])
}

// text looks through one text, which is not to count for the web resource whose
// file it is.
func (f *finder) text(text []byte, member string) {
	for len(text) > 0 {
		start := bytes.IndexFunc(text, isNamePart)
		if start < 0 {
			return
		}
		end := start
		for end < len(text) && isNamePart(rune(text[end])) {
			end++
		}
		if end-start <= maxName {
			f.word(strings.ToLower(string(text[start:end])), member)
		}
		text = text[end:]
	}
}

// maxName is the longest text that is looked up, in bytes.
const maxName = 400

// isNamePart holds what names of web resources are made of.
func isNamePart(c rune) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '/' || c == '.' || c == '-'
}

// word looks a path up, with fewer and fewer of its first parts.
func (f *finder) word(word, member string) {
	word = strings.TrimRight(word, "./")
	for {
		for _, w := range f.names[word] {
			if w.File.Member != member {
				f.found[w] = true
			}
		}
		_, rest, ok := strings.Cut(word, "/")
		if !ok {
			return
		}
		word = rest
	}
}
