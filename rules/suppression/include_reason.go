package suppression

import "github.com/solcheck/solcheck/rules/rule"

// IncludeReason has no Run: the engine, which reads the comments, makes its
// findings.
var IncludeReason = &rule.Rule{
	ID:        "suppression-include-reason",
	Severity:  rule.High,
	Category:  rule.Maintainability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
}
