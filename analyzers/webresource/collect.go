package webresource

import (
	"path"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
)

func run(pass *analysis.Pass) (any, error) {
	r := &reader{files: source.Of(pass), m: &Model{byName: make(map[string]*File)}}
	var choices unit.Choices
	if pass.ImportPackageFact(pass.Pkg, &choices) {
		r.thirdParty = choices.ThirdParty
	}
	switch unit.KindOf(pass) {
	case unit.Solution:
		r.solution(customizations.Of(pass))
	case unit.Folder:
		r.folder()
	default:
		return r.m, nil
	}
	r.read()
	r.m.join(customizations.Of(pass))
	return r.m, nil
}

// solution collects the web resources that the solution describes, the sources
// of web resources that it does not, and the code of code components.
func (r *reader) solution(c *customizations.Model) {
	known := make(map[string]bool)
	for _, w := range c.WebResources {
		known[w.File.Member] = true
		if isPage := w.Kind.Is(customizations.HTML); (isPage || w.Kind.Is(customizations.JavaScript)) && w.File.Exists() {
			r.collect(w.File.Member, &File{Component: w.Ref(), Origin: WebResource, IsPage: isPage, Resource: w})
		}
	}
	const folder = "WebResources/"
	for _, name := range r.files.Under(folder) {
		if isPage, ok := byExtension(name); ok && !known[name] {
			r.collect(name, &File{Component: component.Ref{Type: component.WebResource, Name: name[len(folder):]}, Origin: WebResource, IsPage: isPage})
		}
	}
	r.controls(c)
}

// controls collects what lies in the folders of code components.
func (r *reader) controls(c *customizations.Model) {
	refs := make(map[string]component.Ref) // by folder, in lower case
	for _, control := range c.CustomControls {
		refs[strings.ToLower(path.Dir(control.Manifest.Member))] = control.Ref()
	}
	const folder = "Controls/"
	for _, name := range r.files.Under(folder) {
		isPage, ok := byExtension(name)
		if !ok {
			continue
		}
		own, _, _ := strings.Cut(name[len(folder):], "/")
		ref, ok := refs[strings.ToLower(folder+own)]
		if !ok {
			ref = component.Ref{Type: component.CustomControl, Name: own}
		}
		r.collect(name, &File{Component: ref, Origin: Control, IsPage: isPage})
	}
}

// folder collects the scripts and pages of a folder of loose files.
func (r *reader) folder() {
	for _, name := range r.files.Names() {
		if isPage, ok := byExtension(name); ok {
			r.collect(name, &File{Component: component.Ref{Type: component.File, Name: name}, Origin: Loose, IsPage: isPage})
		}
	}
}

// byExtension tells scripts and pages by their names.
func byExtension(name string) (isPage, ok bool) {
	switch strings.ToLower(path.Ext(name)) {
	case ".js", ".mjs", ".cjs":
		return false, true
	case ".html", ".htm":
		return true, true
	}
	return false, false
}
