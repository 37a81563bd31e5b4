package deployment

import (
	"path"
	"strings"

	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/html"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// maxPages is how many pages of Content are read; real packages have two a
// language.
const maxPages = 500

// content reads the pages that the deployer shows before and after the import, in
// the language of whoever runs it.
func (m *Model) content(files *source.Files, r *leaves.Reader) {
	folder := m.Folder + "Content/"
	for _, name := range files.Under(folder) {
		language, _, ok := strings.Cut(name[len(folder):], "/")
		if !ok {
			continue
		}
		if n := len(m.Languages); n == 0 || m.Languages[n-1].Name != language {
			at := files.At(name)
			m.Languages = append(m.Languages, Language{model.Range{From: at, To: at}, language})
		}
		switch strings.ToLower(path.Ext(name)) {
		case ".htm", ".html":
			if len(m.Pages) < maxPages {
				m.page(files, r, name)
			}
		}
	}
}

func (m *Model) page(files *source.Files, r *leaves.Reader, name string) {
	file, err := files.Open(name)
	if err != nil {
		return // a fault of the package tells why
	}
	p := &Page{Member: name}
	in := *r
	in.File = file
	for l := range html.Read(file.Text).RemoteScripts() {
		if len(p.Scripts) < maxPages {
			p.Scripts = append(p.Scripts, model.Text{Value: in.Keep(l.URL), Range: in.Range(xmltree.Span(l.Span))})
		}
	}
	m.Pages = append(m.Pages, p)
}

// unused finds the files of the data folder that nothing names. What another tool
// reads is not known, so there none is told.
func (m *Model) unused(files *source.Files) {
	if m.Vendor || m.Folder == "" || len(m.Problems) > 0 {
		return
	}
	named := map[string]bool{m.File: true}
	for _, ref := range m.References {
		named[ref.Member] = true
	}
	content := m.Folder + "Content/"
	for _, name := range files.Under(m.Folder) {
		base := path.Base(name)
		switch {
		case named[name], len(name) > len(content) && strings.EqualFold(name[:len(content)], content):
		case strings.EqualFold(base, "manifest.ppkg.json"), strings.EqualFold(base, ConfigName), strings.HasPrefix(base, "."):
		default:
			m.Unused = append(m.Unused, name)
		}
	}
}
