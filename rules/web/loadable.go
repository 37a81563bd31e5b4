package web

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

// ofLoadable is what [loadableBy] reads.
var ofLoadable = []*analysis.Analyzer{webresource.Analyzer, customizations.Analyzer, solution.Analyzer}

// loadable are the web resources that a solution holds or knows to need.
type loadable struct {
	known  map[string]bool // names in lower case
	prefix string          // what the names of the own publisher begin with, in lower case
}

func loadableBy(p *rule.Pass) loadable {
	manifest := solution.Of(p.Pass)
	l := loadable{make(map[string]bool), strings.ToLower(manifest.Publisher.Prefix.Value) + "_"}
	for _, w := range customizations.Of(p.Pass).WebResources {
		l.known[strings.ToLower(w.Name.Value)] = true
	}
	for _, f := range webresource.Of(p.Pass).Files {
		l.known[strings.ToLower(f.Component.Name)] = true
	}
	for _, d := range manifest.MissingDependencies {
		if d.Required.Type.Is(component.WebResource) {
			l.known[strings.ToLower(d.Required.SchemaName.Value)] = true
			l.known[strings.ToLower(d.Required.DisplayName.Value)] = true
		}
	}
	return l
}

// isLost reports whether a web resource of the own publisher is neither in the
// solution nor among what it needs of others. The name is in lower case.
func (l loadable) isLost(name string) bool {
	return name != "" && !l.known[name] && strings.HasPrefix(name, l.prefix)
}
