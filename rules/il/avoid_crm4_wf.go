package il

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidCrm4Wf = &rule.Rule{
	ID:        "il-avoid-crm4-wf",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://go.microsoft.com/fwlink/?LinkID=398563&error=il-avoid-crm4-wf&client=PAChecker",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidCrm4Wf,
}

const (
	crm4Workflow       = "Microsoft.Crm.Workflow."
	dependencyProperty = "System.Workflow.ComponentModel.DependencyProperty"
)

func runAvoidCrm4Wf(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		for _, t := range a.Image.Types {
			crm4Type(p, a, t)
		}
	}
	return nil
}

func crm4Type(p *rule.Pass, a *assembly.Assembly, t *clr.Type) {
	if a.Image.HasAttribute(t.Token, crm4Workflow+"CrmWorkflowActivityAttribute") {
		managed.ReportType(p, a, t.String(), "%q is a workflow activity of Dynamics CRM 4.0, which is not run any more; derive it from System.Activities.CodeActivity and remove CrmWorkflowActivityAttribute", t)
	}
	for _, property := range t.Properties {
		for _, attribute := range a.Image.AttributesOf(property.Token) {
			if name, ok := strings.CutPrefix(attribute.Type, crm4Workflow+"Crm"); ok {
				managed.ReportType(p, a, t.String(), "property %q of %q has the attribute Crm%s of Dynamics CRM 4.0; use InArgument<T> or OutArgument<T> with %s of Microsoft.Xrm.Sdk.Workflow", property.Name, t, name, name)
			}
		}
	}
	for _, f := range t.Fields {
		if f.Type.Is(dependencyProperty) {
			managed.ReportType(p, a, t.String(), "field %q of %q is a DependencyProperty, which belongs to workflow activities of Dynamics CRM 4.0; remove it", f.Name, t)
		}
	}
}
