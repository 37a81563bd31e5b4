// Package solution judges a solution as a whole: who publishes it, what it is
// called, what it needs, and what of it the platform has no more.
package solution

import (
	"embed"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	avoidCircularDependency,
	avoidLegacyApp,
	avoidOldExport,
	avoidOnPremisesAddress,
	avoidOnPremisesExport,
	avoidRetiredAddress,
	avoidRetiredComponent,
	avoidRetiredProduct,
	avoidRetiredTable,
	includeContact,
	includeDescription,
	includeNavigationTarget,
	includePrerequisite,
	includeTranslation,
	removeDuplicateID,
	removeStoredProcedure,
	useFetchReport,
	useOptionPrefix,
	useOwnPublisher,
	usePublisherPrefix,
	useRequiredVersion,
	useValidName,
	useVersion,
)

// kinds are the units that are solutions.
func kinds() []unit.Kind { return []unit.Kind{unit.Solution} }

// sets are the units that hold solutions which belong together.
func sets() []unit.Kind {
	return []unit.Kind{unit.Deployment, unit.AppSource, unit.Archive, unit.Set, unit.Folder}
}

func requires() []*analysis.Analyzer {
	return []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer}
}
