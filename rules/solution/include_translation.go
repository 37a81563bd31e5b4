package solution

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
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
	languages := slices.Sorted(maps.Keys(speaks))
	for _, t := range m.Tables {
		if isDefined(t) {
			reportUntranslated(p, t, languages, speaks)
		}
	}
	return nil
}

// reportUntranslated reports the first language in which a table has no name, and
// how many more there are.
func reportUntranslated(p *rule.Pass, t *customizations.Table, languages []int, speaks map[int]*customizations.Table) {
	named := make(map[int]bool, len(t.LocalizedNames))
	for _, n := range t.LocalizedNames {
		named[n.Language.Value] = true
	}
	missing := slices.DeleteFunc(slices.Clone(languages), func(language int) bool { return named[language] })
	if len(missing) == 0 {
		return
	}
	more := ""
	if n := len(missing) - 1; n > 0 {
		more = fmt.Sprintf(" (nor in %d more)", n)
	}
	first := missing[0]
	p.ReportWith(t, t.Ref(), speaks[first], "The table that has one", "Table %q has no name in the language %d%s, and table %q has one, so users of that language read two at once; translate it too", t.Name.Value, first, more, speaks[first].Name.Value)
}

// isDefined reports whether the solution brings a table and not only changes to it.
func isDefined(t *customizations.Table) bool {
	return strings.Contains(t.Name.Value, "_") && len(t.LocalizedNames) > 0 && slices.ContainsFunc(t.Columns, func(c *customizations.Column) bool {
		return strings.EqualFold(c.Kind.Value, "primarykey")
	})
}
