// Package suppression judges suppressions: each gives its reason, and each still
// holds something.
package suppression

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	IncludeReason,
	RemoveUnused,
)
