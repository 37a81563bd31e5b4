package plugin

import (
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidInstanceState = &rule.Rule{
	ID:        "plugin-avoid-instance-state",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/best-practices/business-logic/develop-iplugin-implementations-stateless",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidInstanceState,
}

func runAvoidInstanceState(p *rule.Pass) error {
	for c := range managed.Codes(p) {
		if c.Setup || c.Method.Name == ".ctor" || !c.Assembly.IsPlugIn(c.Method.Owner) {
			continue
		}
		for _, s := range c.Stores {
			if s.Object != nil && s.Object.IsObject() {
				managed.Reportf(p, c, s.Offset, s.Field.String(), "keeps %q in a field of the plug-in, which the platform shares between runs on several threads; use a local variable", s.Field.Name)
			}
		}
	}
	return nil
}
