// Package meta judges the configuration of a solution: what its manifest and
// its customizations say, without a look into code. The rules are Microsoft's
// own, with their ids; how Microsoft decides is not published, and each page
// tells how these do.
package meta

import (
	"embed"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	avoidCRM4Event,
	avoidManagedEntityAssets,
	avoidRegNoAttribute,
	avoidRegRetrieve,
	avoidRetrieveMultipleAnnotation,
	avoidSilverlight,
	includeMissingUnmanagedDependencies,
	includeUnmanagedEntityAssets,
	licenseFieldServiceCustomControls,
	licenseFieldServiceEntityOperations,
	licenseFieldServiceSDKMessages,
	licenseSalesCustomControls,
	licenseSalesEntityOperations,
	licenseSalesSDKMessages,
	removeDupReg,
	removeInactive,
	removeInvalidFormHandler,
	removeOrphanedFormElement,
)

// missingDependencyPage is the guidance that three rules share.
const missingDependencyPage = "https://learn.microsoft.com/troubleshoot/power-platform/power-apps/solutions/missing-dependency-on-solution-import"

// placed returns the leaf where the file holds it, else the component.
func placed(leaf, component model.Range) model.Range {
	if leaf.IsSet() {
		return leaf
	}
	return component
}
