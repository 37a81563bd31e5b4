package solution

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeNavigationTarget = &rule.Rule{
	ID:        "solution-include-navigation-target",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runIncludeNavigationTarget,
}

func runIncludeNavigationTarget(p *rule.Pass) error {
	m, manifest := customizations.Of(p.Pass), solution.Of(p.Pass)
	if manifest.Publisher.Prefix.Value == "" || len(m.Problems) > 0 || len(manifest.Problems) > 0 {
		return nil // what was not read may be the target
	}
	known := targets(m, manifest)
	isMissing := func(leaf model.Text) bool {
		name := webResourceOf(leaf.Value)
		return isOwn(manifest, name) && !known[strings.ToLower(name)]
	}
	for _, s := range m.SiteMaps {
		for _, sub := range s.SubAreas {
			if isMissing(sub.URL) {
				p.Reportf(sub.URL, s.Ref(), "Entry %q of the site map opens the web resource %q, which is neither in the solution nor a missing dependency of it, so users get an error; add it, or remove the entry", sub.ID.Value, webResourceOf(sub.URL.Value))
			}
			for _, icon := range icons(sub) {
				if isMissing(icon) {
					p.Reportf(icon, s.Ref(), "Entry %q of the site map has the icon %q, a web resource that is neither in the solution nor a missing dependency of it, so a blank stands before its name; add it, or choose another icon", sub.ID.Value, webResourceOf(icon.Value))
				}
			}
		}
	}
	return nil
}

// icons returns the icons of an entry: the one that Unified Interface shows, and
// that of older clients where it is another one.
func icons(sub *customizations.SubArea) []model.Text {
	if strings.EqualFold(webResourceOf(sub.Icon.Value), webResourceOf(sub.VectorIcon.Value)) {
		return []model.Text{sub.VectorIcon}
	}
	return []model.Text{sub.VectorIcon, sub.Icon}
}

// targets returns the names, in lower case, of the web resources that are there
// when the solution is: its own and those it needs.
func targets(m *customizations.Model, manifest *solution.Model) map[string]bool {
	known := make(map[string]bool)
	for _, w := range m.WebResources {
		known[strings.ToLower(w.Name.Value)] = true
	}
	for _, d := range manifest.MissingDependencies {
		known[strings.ToLower(d.Required.SchemaName.Value)] = true
	}
	return known
}

// webResourceOf returns the web resource that an address of a site map means,
// without its parameters; empty for another address.
func webResourceOf(address string) string {
	for _, prefix := range []string{"$webresource:", "/webresources/"} {
		if len(address) > len(prefix) && strings.EqualFold(address[:len(prefix)], prefix) {
			name, _, _ := strings.Cut(address[len(prefix):], "?")
			return name
		}
	}
	return ""
}

// isOwn reports whether a name begins with the publisher's prefix.
func isOwn(manifest *solution.Model, name string) bool {
	return strings.HasPrefix(strings.ToLower(name), strings.ToLower(manifest.Publisher.Prefix.Value)+"_")
}
