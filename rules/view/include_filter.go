package view

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeFilter = &rule.Rule{
	ID:        "view-include-filter",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/admin/free-storage-space",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runIncludeFilter,
}

//go:embed growing.tsv
var growingTSV string

// growing are the tables of the platform that get a row for each event and are
// emptied only by jobs for that, with what their rows are. Microsoft's pages on
// storage tell how to empty them.
var growing = sync.OnceValue(func() map[string]string {
	table := make(map[string]string, 16)
	for line := range strings.Lines(growingTSV) {
		name, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		table[name], _, _ = strings.Cut(rest, "\t")
	}
	return table
})

func runIncludeFilter(p *rule.Pass) error {
	for _, q := range query.Of(p.Pass).Queries {
		if q.Source == nil || q.Aggregate.Value || !isUnbounded(q) {
			continue
		}
		if rows := growing()[strings.ToLower(q.Source.Table.Value)]; rows != "" {
			reportf(p, q, q, "has no filter, and %q holds all %s that there ever were; add one, by date for instance", q.Source.Table.Value, rows)
		}
	}
	return nil
}

// isUnbounded reports whether a query asks for all rows of its table. Those of
// charts and of most kinds of views run with conditions that the client adds.
func isUnbounded(q *query.Query) bool {
	switch {
	case q.Partial || q.IsFiltered() || q.Top.IsSet() || q.Place == query.Chart:
		return false
	case q.View != nil:
		return q.View.Kind.Is(customizations.PublicView) && !isPlatformView(q.View)
	}
	return true
}

// isPlatformView reports whether a view is one of the platform's own: their IDs
// are written by hand.
func isPlatformView(v *customizations.View) bool {
	return strings.HasPrefix(v.ID.Value, "00000000-0000-0000-")
}
