// Package view judges what is asked of the server: the queries of views, charts,
// reports, flows, scripts and code, and the grids of views that show the answers.
package view

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
//
// Considered and left out, with what real packages hold of it (23,500 views that
// have a grid, 3,500 of them different):
//   - columns of a grid that its query does not fetch: 1,987 cells, of which 1,917
//     are the status reason in views that the platform makes for business process
//     flows, and the rest, six views apart, stand in grids of products. Those six
//     were written by Microsoft's own maker, so the client seems to fetch them;
//   - fetched columns that no grid shows: two each in 2,187 views, all made by the
//     platform for business process flows;
//   - a jump that is not fetched: 802 views in 197 packages, so the platform needs
//     no help with it;
//   - a column twice in a grid, another table in returnedtypecode or in a cell's
//     alias: none, and nothing says what the platform makes of it. The number in
//     grid/@object is one of the environment for custom tables.
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
	includeAggregateFilter,
	includeColumn,
	includeFilter,
	includeQuickFindColumn,
	limitColumns,
	limitDistinctLinks,
	limitLinks,
	limitRows,
	useFetchGrammar,
)

// antipatternsPage is Microsoft's list of what makes queries slow.
const antipatternsPage = "https://learn.microsoft.com/power-apps/developer/data-platform/query-antipatterns"
