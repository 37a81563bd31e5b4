package il

import (
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

// useAutonumberFeature is in no ruleset: whether a column of that kind can replace
// the counter depends on how the numbers have to run.
var useAutonumberFeature = &rule.Rule{
	ID:        "il-use-autonumber-feature",
	Severity:  rule.High,
	Category:  rule.Performance,
	Component: rule.ManagedCode,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/best-practices/",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runUseAutonumberFeature,
}

func runUseAutonumberFeature(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		for _, c := range a.Counters() {
			if in := c.Write.In; in.Entry.Kind == assembly.Import || in.IsVendored() {
				continue
			}
			managed.ReportCall(p, c.Write, "numbers rows by hand: it counts %s up and puts the number into %s, so that rows which are created at once wait for each other or get the same number; make that an autonumber column", counted(c), filled(c))
		}
	}
	return nil
}

// counted names the column that is counted up.
func counted(c assembly.Counter) string {
	if c.Table == "" {
		return strconv.Quote(c.Column)
	}
	return strconv.Quote(c.Column) + " of " + strconv.Quote(c.Table)
}

// filled names the columns that the number goes into.
func filled(c assembly.Counter) string {
	var names []string
	for _, name := range c.Into {
		if name != "" {
			names = append(names, strconv.Quote(name))
		}
	}
	if len(names) == 0 {
		return "a column of another row"
	}
	return strings.Join(names, ", ")
}
