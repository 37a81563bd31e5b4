// Package web judges scripts and pages: web resources, the code of code
// components, and loose files.
package web

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	bundledLibrary,
	sdlNoCookies,
	sdlNoDocumentDomain,
	sdlNoDocumentWrite,
	sdlNoHTMLMethod,
	sdlNoInnerHTML,
	sdlNoInsecureURL,
	sdlNoMsappExecUnsafe,
	sdlNoPostmessageStarOrigin,
	sdlNoWinjsHTMLUnsafe,
	unsupportedSyntax,
)
