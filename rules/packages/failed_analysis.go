package packages

import "github.com/solcheck/solcheck/rules/rule"

// FailedAnalysis has no Run: the engine makes its findings where an analyzer or
// another rule breaks.
var FailedAnalysis = &rule.Rule{
	ID:        "package-failed-analysis",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
}
