package view

import (
	"regexp"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRecordID = &rule.Rule{
	ID:        "view-avoid-record-id",
	Severity:  rule.Medium,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidRecordID,
}

func runAvoidRecordID(p *rule.Pass) error {
	for q := range customizations.Of(p.Pass).Queries() {
		if q.IsGenerated {
			continue
		}
		for s := range q.Sources() {
			for c := range s.Conditions() {
				for value := range c.All() {
					if isGUID(value.Value) {
						p.Reportf(value, q.Of, "The query of %s compares column %q with the ID of one row, %q, which other environments do not have; compare with a name or a code", q.Title, c.Column.Value, value.Value)
					}
				}
			}
		}
	}
	return nil
}

var guid = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?$`)
})

// isGUID reports whether a value is the ID of a row. The empty GUID is no row's.
func isGUID(value string) bool {
	return guid().MatchString(value) && strings.Trim(value, "{}0-") != ""
}
