package view

import (
	"regexp"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRecordID = &rule.Rule{
	ID:        "view-avoid-record-id",
	Severity:  rule.Medium,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidRecordID,
}

func runAvoidRecordID(p *rule.Pass) error {
	for _, q := range query.Of(p.Pass).Queries {
		if q.IsGenerated {
			continue
		}
		for s := range q.Sources() {
			for c := range s.Conditions() {
				reportRecordIDs(p, q, c)
			}
		}
	}
	return nil
}

// reportRecordIDs reports the IDs of rows that a condition compares with. A
// template of a role has the same ID everywhere.
func reportRecordIDs(p *rule.Pass, q *query.Query, c *fetchxml.Condition) {
	if strings.EqualFold(c.Column.Value, "roletemplateid") {
		return
	}
	for value := range c.All() {
		if isGUID(value.Value) {
			reportf(p, q, value, "compares column %q with the ID of one row, %q, which other environments do not have; compare with a name or a code", c.Column.Value, value.Value)
		}
	}
}

var guid = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?$`)
})

// isGUID reports whether a value is the ID of a row. The empty GUID is no row's.
func isGUID(value string) bool {
	return guid().MatchString(value) && strings.Trim(value, "{}0-") != ""
}
