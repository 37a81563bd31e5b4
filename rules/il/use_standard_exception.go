package il

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var useStandardException = &rule.Rule{
	ID:        "il-use-standard-exception",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.AppSource,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/best-practices/business-logic/use-invalidpluginexecutionexception-plugin-workflow-activities",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runUseStandardException,
}

const standardException = "Microsoft.Xrm.Sdk.InvalidPluginExecutionException"

func runUseStandardException(p *rule.Pass) error {
	for c := range managed.Codes(p) {
		for _, t := range c.Throws {
			switch name := thrown(c, t); {
			case name == "" || c.Assembly.IsA(name, standardException) || !c.Escapes(t.Offset, name):
			case t.Rethrow || t.Value.Kind == assembly.Caught:
				managed.Reportf(p, c, t.Offset, "throw;", "throws a caught %q on, and nothing turns it into an InvalidPluginExecutionException; throw one with a message for the user", shortName(name))
			default:
				managed.Reportf(p, c, t.Offset, "throw new "+shortName(name), "throws %q, and nothing turns it into an InvalidPluginExecutionException; throw one with a message for the user", shortName(name))
			}
		}
	}
	return nil
}

// thrown returns the full name of the type that is thrown, as far as it is known.
func thrown(c *assembly.Code, t assembly.Throw) string {
	if t.Rethrow {
		clause, ok := c.CatchAround(t.Offset)
		if !ok {
			return ""
		}
		return known(c, c.Assembly.Image.TypeOf(clause.Catch).Name)
	}
	switch t.Value.Kind {
	case assembly.Created:
		return known(c, t.Value.Member.OwnerName())
	case assembly.Caught: // throw e
		return known(c, t.Value.Type.Name)
	case assembly.Result: // made by a method, which may return a type that derives
		if of := t.Value.Member.Sig.Return; of != nil && !of.Is("System.Exception") {
			return known(c, of.Name)
		}
	default:
	}
	return ""
}

// known returns the name of a type whose bases are known: one of the assembly or
// of .NET. A type of another assembly may derive from the standard exception.
func known(c *assembly.Code, name string) string {
	if c.Assembly.Image.Type(name) == nil && !strings.HasPrefix(name, "System.") {
		return ""
	}
	return name
}

// shortName returns the name of a type without its namespace and the number of its
// type parameters.
func shortName(fullName string) string {
	name, _, _ := strings.Cut(fullName, "`")
	return name[strings.LastIndexAny(name, ".+")+1:]
}
