// Package rules is the catalogue: all that solcheck judges by.
package rules

import (
	"slices"

	"github.com/solcheck/solcheck/rules/form"
	"github.com/solcheck/solcheck/rules/il"
	"github.com/solcheck/solcheck/rules/meta"
	"github.com/solcheck/solcheck/rules/packages"
	"github.com/solcheck/solcheck/rules/plugin"
	"github.com/solcheck/solcheck/rules/process"
	"github.com/solcheck/solcheck/rules/rule"
	"github.com/solcheck/solcheck/rules/suppression"
	"github.com/solcheck/solcheck/rules/view"
)

// All returns all rules, sorted by id. The areas are listed by the names that
// ids begin with.
func All() []*rule.Rule {
	return slices.Concat(
		form.Rules,
		il.Rules,
		meta.Rules,
		packages.Rules,
		plugin.Rules,
		process.Rules,
		suppression.Rules,
		view.Rules,
	)
}
