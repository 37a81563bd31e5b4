package view

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitRows = &rule.Rule{
	ID:        "view-limit-rows",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/page-results",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runLimitRows,
}

// mostRows is the number of rows that the platform returns at once of a standard
// table.
const mostRows = 5000

func runLimitRows(p *rule.Pass) error {
	for _, q := range query.Of(p.Pass).Queries {
		for _, rows := range []model.Int{q.Top, q.Count} {
			if rows.Value > mostRows || isHuge(rows.Bad) {
				reportf(p, q, rows, "asks for %s rows at once, and the platform returns %d at most; ask page by page", cmp.Or(rows.Bad, strconv.Itoa(rows.Value)), mostRows)
			}
		}
	}
	return nil
}

// isHuge reports whether what was read as no number is one with too many digits.
func isHuge(bad string) bool { return len(bad) > len("5000") && strings.Trim(bad, "0123456789") == "" }
