package plugin

import (
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidSwallowedException = &rule.Rule{
	ID:        "plugin-avoid-swallowed-exception",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidSwallowedException,
}

// runAvoidSwallowedException looks for handlers that catch everything and do nothing.
func runAvoidSwallowedException(p *rule.Pass) error {
	for c := range managed.Codes(p) {
		for _, clause := range c.EmptyHandlers() {
			if caught := c.Assembly.Image.TypeOf(clause.Catch); caught.Is("System.Exception") || caught.Is("System.Object") {
				managed.Reportf(p, c, clause.Handler, "catch", "catches every exception and says nothing of it, so that what failed is lost; trace it, and throw an InvalidPluginExecutionException where the work was not done")
			}
		}
	}
	return nil
}
