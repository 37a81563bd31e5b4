// Package step judges the registration of plug-ins: the steps of a solution, the
// images that they ask for, and the assemblies that they call.
package step

import (
	"embed"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	avoidDeprecatedMessage,
	avoidImpersonation,
	avoidInvalidImage,
	avoidLegacyProcess,
	includeAssembly,
	includeHandler,
	limitImageColumns,
	removeAutoDelete,
	removeCreateFilter,
	removeProfiler,
	removeSecret,
	useAutoDelete,
	useDatabaseAssembly,
	useDistinctRank,
	useImageProperty,
	useSandbox,
	useServerDeployment,
	useValidStage,
)

// kinds are the units that hold steps.
func kinds() []unit.Kind { return []unit.Kind{unit.Solution} }

func requires() []*analysis.Analyzer { return []*analysis.Analyzer{customizations.Analyzer} }

// isOn reports whether a step is registered for one of some messages, without
// doubt.
func isOn(step *customizations.Step, messages ...string) bool {
	for _, m := range messages {
		if step.Message.Certain && step.Message.Name == m {
			return true
		}
	}
	return false
}

// steps returns the steps that call plug-in types which people registered: those
// of Power Fx are made by the platform.
func steps(p *rule.Pass) (list []*customizations.Step) {
	for _, s := range customizations.Of(p.Pass).Steps {
		if s.ExpressionUniqueName.Value == "" && !s.Unmodified {
			list = append(list, s)
		}
	}
	return list
}
