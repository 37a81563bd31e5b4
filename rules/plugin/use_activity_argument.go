package plugin

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var useActivityArgument = &rule.Rule{
	ID:        "plugin-use-activity-argument",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/workflow/workflow-extensions",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runUseActivityArgument,
}

// runUseActivityArgument looks at the arguments of workflow activities: the platform does not register
// a class whose arguments the designer cannot show.
func runUseActivityArgument(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		for _, t := range a.Image.Types {
			if !a.IsActivity(t) || t.IsAbstract() {
				continue
			}
			for _, property := range t.Properties {
				if fault := argumentFault(a, property); fault != "" {
					managed.ReportType(p, a, t.String(), "the argument %q of the workflow activity %q %s", property.Name, t, fault)
				}
			}
		}
	}
	return nil
}

const workflowAttributes = "Microsoft.Xrm.Sdk.Workflow."

// argumentFault tells what is wrong with a property that is marked as an argument,
// and nothing for one that is right or is no argument.
func argumentFault(a *assembly.Assembly, property *clr.Property) string {
	has := func(name string) bool {
		return a.Image.HasAttribute(property.Token, workflowAttributes+name+"Attribute")
	}
	if !has("Input") && !has("Output") {
		return ""
	}
	t := property.Type
	if len(t.Args) != 1 || !t.Is("System.Activities.InArgument`1") && !t.Is("System.Activities.OutArgument`1") && !t.Is("System.Activities.InOutArgument`1") {
		return "is a " + t.String() + "; make it an InArgument<T>, OutArgument<T> or InOutArgument<T>"
	}
	switch of := t.Args[0]; {
	case !slices.Contains(argumentTypes(), of.Name):
		return "holds a " + of.String() + ", which processes do not have; use one of bool, DateTime, decimal, double, EntityReference, int, Money, OptionSetValue and string"
	case of.Is("Microsoft.Xrm.Sdk.EntityReference") && !has("ReferenceTarget"):
		return "holds an EntityReference and does not say of which table; add the attribute ReferenceTarget"
	case of.Is("Microsoft.Xrm.Sdk.OptionSetValue") && !has("AttributeTarget"):
		return "holds an OptionSetValue and does not say of which column; add the attribute AttributeTarget"
	}
	return ""
}

// argumentTypes are the types that arguments may have.
func argumentTypes() []string {
	return []string{
		"System.Boolean", "System.DateTime", "System.Decimal", "System.Double", "System.Int32", "System.String",
		"Microsoft.Xrm.Sdk.EntityReference", "Microsoft.Xrm.Sdk.Money", "Microsoft.Xrm.Sdk.OptionSetValue",
	}
}
