package solution

import (
	"iter"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

// An address is a text of the configuration in which somebody may have written the
// address of a page or a service.
type address struct {
	model.Text
	of   component.Ref
	what string // whose it is, as the beginning of a sentence
}

// addresses returns the texts of variables, steps, navigation and commands. Scripts
// and assemblies have rules of their own.
func addresses(p *rule.Pass) iter.Seq[address] {
	m := customizations.Of(p.Pass)
	return func(yield func(address) bool) {
		_ = addressesOfVariables(m, yield) && addressesOfSteps(m, yield) && addressesOfNavigation(m, yield)
	}
}

func addressesOfVariables(m *customizations.Model, yield func(address) bool) bool {
	for _, v := range m.EnvironmentVariables {
		if !v.Unmodified && !yield(address{v.DefaultValue, v.Ref(), `The default of environment variable "` + v.Name.Value + `"`}) {
			return false
		}
	}
	for _, v := range m.VariableValues {
		of := component.Ref{Type: component.EnvironmentVariable, Name: v.Variable.Value}
		if !yield(address{v.Text, of, `The value of environment variable "` + v.Variable.Value + `"`}) {
			return false
		}
	}
	return true
}

func addressesOfSteps(m *customizations.Model, yield func(address) bool) bool {
	for _, s := range m.Steps {
		if !s.Unmodified && !yield(address{s.Configuration, s.Ref(), `The configuration of step "` + s.Name.Value + `"`}) {
			return false
		}
	}
	return true
}

func addressesOfNavigation(m *customizations.Model, yield func(address) bool) bool {
	for _, s := range m.SiteMaps {
		for _, a := range s.SubAreas {
			if !yield(address{a.URL, s.Ref(), `The navigation entry "` + a.ID.Value + `"`}) {
				return false
			}
		}
	}
	for b := range m.Ribbons() {
		for _, c := range b.Commands {
			for _, u := range c.URLs {
				if !yield(address{u.Text, b.Ref(), `The command "` + c.ID.Value + `"`}) {
					return false
				}
			}
		}
	}
	return true
}
