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
	includeDefault,
	removeSecret,
	removeUnusedConnection,
	removeValue,
)

// kinds are the units that hold variables.
func kinds() []unit.Kind { return []unit.Kind{unit.Solution} }

func requires() []*analysis.Analyzer { return []*analysis.Analyzer{customizations.Analyzer} }

// variableOf returns the definition that a value is of; nil where the solution
// does not hold it.
func variableOf(m *customizations.Model, v *customizations.VariableValue) *customizations.EnvironmentVariable {
	for _, d := range m.EnvironmentVariables {
		if strings.EqualFold(d.Name.Value, v.Variable.Value) {
			return d
		}
	}
	return nil
}
