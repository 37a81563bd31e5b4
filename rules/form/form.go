// Package form judges the forms of tables: what they load, what they show, and
// which of it the platform has given up.
package form

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
//
// Considered and left out: a library of the publisher's own prefix that the
// solution does not hold. Of eight found in real packages seven come from
// another solution of the same publisher, which the manifest does not name.
var Rules = rule.Area(
	pages,
	avoidDeprecatedControl,
	avoidDeprecatedGrid,
	avoidDeprecatedType,
	avoidFooterControl,
	avoidLegacyProcess,
	avoidLowDensity,
	avoidRemovedControl,
	includeQuickForm,
	includeView,
	limitControls,
	limitLibraries,
	limitLoadHandlers,
	limitTabs,
	removeDisabledHandler,
	removeDuplicateHandler,
	useFunctionName,
)

// performancePage is Microsoft's guidance on forms that open fast.
const performancePage = "https://learn.microsoft.com/power-apps/maker/model-driven-apps/design-performant-forms"

// eventsPage is Microsoft's page on what forms call when something happens.
const eventsPage = "https://learn.microsoft.com/power-apps/developer/model-driven-apps/clientapi/events-forms-grids"
