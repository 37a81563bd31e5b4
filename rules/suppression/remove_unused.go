package suppression

import "github.com/solcheck/solcheck/rules/rule"

// RemoveUnused has no Run: the engine, which applies suppressions, makes its
// findings when all others are known.
var RemoveUnused = &rule.Rule{
	ID:        "suppression-remove-unused",
	Severity:  rule.Low,
	Category:  rule.Maintainability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
}
