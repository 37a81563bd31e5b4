// Package rules is the catalogue: all that solcheck judges by.
package rules

import (
	"slices"

	"github.com/solcheck/solcheck/rules/connector"
	"github.com/solcheck/solcheck/rules/form"
	"github.com/solcheck/solcheck/rules/il"
	"github.com/solcheck/solcheck/rules/meta"
	"github.com/solcheck/solcheck/rules/packages"
	"github.com/solcheck/solcheck/rules/plugin"
	"github.com/solcheck/solcheck/rules/process"
	"github.com/solcheck/solcheck/rules/ribbon"
	"github.com/solcheck/solcheck/rules/role"
	"github.com/solcheck/solcheck/rules/rule"
	"github.com/solcheck/solcheck/rules/sitemap"
	"github.com/solcheck/solcheck/rules/solution"
	"github.com/solcheck/solcheck/rules/step"
	"github.com/solcheck/solcheck/rules/suppression"
	"github.com/solcheck/solcheck/rules/table"
	"github.com/solcheck/solcheck/rules/variable"
	"github.com/solcheck/solcheck/rules/view"
	"github.com/solcheck/solcheck/rules/web"
)

// All returns all rules, sorted by id. The areas are listed by the names that
// ids begin with.
func All() []*rule.Rule {
	return slices.Concat(
		connector.Rules,
		form.Rules,
		il.Rules,
		meta.Rules,
		packages.Rules,
		plugin.Rules,
		process.Rules,
		ribbon.Rules,
		role.Rules,
		sitemap.Rules,
		solution.Rules,
		step.Rules,
		suppression.Rules,
		table.Rules,
		variable.Rules,
		view.Rules,
		web.Rules,
	)
}
