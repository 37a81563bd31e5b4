package solution

import (
	"maps"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeTranslation = &rule.Rule{
	ID:        "solution-include-translation",
	Severity:  rule.Low,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runIncludeTranslation,
}

// maxLanguages is more than the platform has.
const maxLanguages = 200

func runIncludeTranslation(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	speaks := make(map[int]*customizations.Table)
	for _, t := range m.Tables {
		if isDefined(t) {
			for _, n := range t.LocalizedNames {
				speaks[n.Language.Value] = t
			}
		}
	}
	if len(speaks) > maxLanguages {
		return nil
	}
	for _, t := range m.Tables {
		if !isDefined(t) {
			continue
		}
		for _, language := range slices.Sorted(maps.Keys(speaks)) {
			if !slices.ContainsFunc(t.LocalizedNames, func(n model.Localized) bool { return n.Language.Value == language }) {
				p.Reportf(t, t.Ref(), "Table %q has no name in the language %d, and table %q has one, so users of that language read two at once; translate it too", t.Name.Value, language, speaks[language].Name.Value)
			}
		}
	}
	return nil
}

// isDefined reports whether the solution brings a table and not only changes to it.
func isDefined(t *customizations.Table) bool {
	return strings.Contains(t.Name.Value, "_") && len(t.LocalizedNames) > 0 && slices.ContainsFunc(t.Columns, func(c *customizations.Column) bool {
		return strings.EqualFold(c.Kind.Value, "primarykey")
	})
}
