// Package packages judges packages as such: that they open, that what they name
// is in them, and that what is in them is named. Its area is "package".
package packages

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	avoidHostileEntry,
	FailedAnalysis,
	includeComponent,
	includeReferencedMember,
	includeRootComponent,
	limitSize,
	removeUnreferencedMember,
	unreadableArtifact,
	unsupportedArtifact,
)
