// Package sample judges what it is about: say it here.
package sample

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	avoidNote,
	limitNotes,
)
