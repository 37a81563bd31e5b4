package solution

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var useValidName = &rule.Rule{
	ID:        "solution-use-valid-name",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/create-solution",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseValidName,
}

// The forms of names that the platform takes. Source: Microsoft Learn, "Create a
// solution", read 2026-11, and the message of the import error for unique names.
// The page has no underscore in a prefix, and a real environment has "pre_".
var (
	uniqueNameShape = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`) })
	prefixShape     = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]{1,7}$`) })
)

// The numbers that the values of choices may begin with.
const (
	minOptionPrefix = 10_000
	maxOptionPrefix = 99_999
)

func runUseValidName(p *rule.Pass) error {
	m := solution.Of(p.Pass)
	if name := m.UniqueName; name.IsSet() && !uniqueNameShape().MatchString(name.Value) {
		p.Reportf(name, m.Ref(), "Solution has the unique name %q, which the import refuses, expected letters, digits and underscores with no digit first", name.Value)
	}
	publisher := m.Publisher
	if name := publisher.UniqueName; name.IsSet() && !uniqueNameShape().MatchString(name.Value) {
		p.Reportf(name, m.Ref(), "Publisher has the unique name %q, which the import refuses, expected letters, digits and underscores with no digit first", name.Value)
	}
	if prefix := publisher.Prefix; prefix.Value != "" && (!prefixShape().MatchString(prefix.Value) || strings.HasPrefix(strings.ToLower(prefix.Value), "mscrm")) {
		p.Reportf(prefix, m.Ref(), "Publisher %q has the prefix %q, which the platform refuses, expected 2 to 8 letters and digits that begin with a letter and not with %q", publisher.UniqueName.Value, prefix.Value, "mscrm")
	}
	if option := publisher.OptionValuePrefix; option.IsSet() && (option.Bad != "" || option.Value != 0 && (option.Value < minOptionPrefix || option.Value > maxOptionPrefix)) {
		p.Reportf(option, m.Ref(), "Publisher %q has the prefix %s for the values of choices, which the platform refuses, expected a number from %d to %d", publisher.UniqueName.Value, written(option), minOptionPrefix, maxOptionPrefix)
	}
	return nil
}

// written returns a number as it is written.
func written(n model.Int) string {
	if n.Bad != "" {
		return strconv.Quote(n.Bad)
	}
	return strconv.Itoa(n.Value)
}
