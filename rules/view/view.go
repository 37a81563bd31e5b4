// Package view judges the views and charts of tables, and the queries of reports:
// what they ask the server, and the grids that show the answers.
package view

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
//
// Considered and left out: columns of a grid that its query does not fetch (the
// platform's own makers write such views, and nothing says that the client does
// not fetch them itself), aggregates without a filter (those of charts get the
// view's), distinct with many links (view-limit-links speaks of the links), and
// queries without a filter on large tables (how many rows a table has no package
// tells).
var Rules = rule.Area(
	pages,
	avoidAllColumns,
	avoidCalculatedFilter,
	avoidChoiceSort,
	avoidLeadingWildcard,
	avoidLegacyProcess,
	avoidLinkedSort,
	avoidRecordID,
	avoidTextFilter,
	includeColumn,
	includeQuickFindColumn,
	limitColumns,
	limitLinks,
)

// antipatternsPage is Microsoft's list of what makes queries slow.
const antipatternsPage = "https://learn.microsoft.com/power-apps/developer/data-platform/query-antipatterns"
