// Package variable judges what differs from environment to environment: the
// variables of a solution, their values, and its connection references.
package variable

import (
	"embed"
	"strings"

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
	avoidDeprecatedConnector,
	avoidEnvironmentValue,
	includeConnection,
	includeConnector,
	includeDefault,
	includeDefinition,
	includeParent,
	removeSecret,
	removeUnusedConnection,
	removeValue,
	useTypedValue,
)

// kinds are the units that hold variables.
func kinds() []unit.Kind { return []unit.Kind{unit.Solution} }

func requires() []*analysis.Analyzer { return []*analysis.Analyzer{customizations.Analyzer} }

// variablesPage is Microsoft's page on environment variables.
const variablesPage = "https://learn.microsoft.com/power-apps/maker/data-platform/environmentvariables"

// variables are definitions by their names.
type variables map[string]*customizations.EnvironmentVariable

func variablesOf(m *customizations.Model) variables {
	all := make(variables, len(m.EnvironmentVariables))
	for _, v := range m.EnvironmentVariables {
		all[strings.ToLower(v.Name.Value)] = v
	}
	return all
}

// of returns the definition that a value is of; nil where the solution does not
// hold it.
func (all variables) of(v *customizations.VariableValue) *customizations.EnvironmentVariable {
	return all[strings.ToLower(v.Variable.Value)]
}
