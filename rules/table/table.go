// Package table judges the definitions of tables: their columns, keys and relationships.
package table

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
//
// Considered and left out: the columns of processes on forms and in views (all
// that were found are the platform's own, on tables of business process flows),
// and more than so many columns (no table in real packages has two hundred).
var Rules = rule.Area(
	pages,
	includeColumn,
	includeDescription,
	includeFormulaColumn,
	includeKeyColumn,
	limitParentalCascade,
	removeDuplicateOption,
	removeHierarchy,
	useDuplicateDetection,
	useSLA,
	useVectorIcon,
)
