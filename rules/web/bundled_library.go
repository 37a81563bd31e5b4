package web

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var bundledLibrary = &rule.Rule{
	ID:        "web-bundled-library",
	Severity:  rule.Informational,
	Category:  rule.Maintainability,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runBundledLibrary,
}

func runBundledLibrary(p *rule.Pass) error {
	for _, f := range webresource.Of(p.Pass).Files {
		if first, names := librariesOf(f); first.IsSet() {
			p.Reportf(first, f.Component, "This %s holds %s, whose code is not judged line by line; keep the version up to date, and use --third-party to have it judged", what(f), names)
		}
	}
	return nil
}

// librariesOf names the libraries and builds of a file; development builds have a
// rule of their own.
func librariesOf(f *webresource.File) (first model.Range, names string) {
	var list []string
	for _, l := range f.Libraries {
		if l.Build == webresource.Development {
			continue
		}
		if !first.IsSet() {
			first = l.Range
		}
		name := l.String()
		switch {
		case name == "":
			name = "minified code"
		case l.Name == "webpack":
			name = "packages bundled by webpack"
		}
		list = append(list, name)
	}
	if n := len(list); n > 1 {
		return first, strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
	return first, strings.Join(list, "")
}

// what calls a file by what it is to its reader.
func what(f *webresource.File) string {
	switch {
	case f.IsPage:
		return "page"
	case f.Origin == webresource.Control:
		return "code component"
	}
	return "script"
}
