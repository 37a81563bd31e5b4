// Package sitemap judges the navigation of model-driven apps.
package sitemap

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	avoidOnpremisesEntry,
	includeTable,
	includeTarget,
)
