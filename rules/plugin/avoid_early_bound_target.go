package plugin

import (
	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidEarlyBoundTarget = &rule.Rule{
	ID:        "plugin-avoid-early-bound-target",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidEarlyBoundTarget,
}

// runAvoidEarlyBoundTarget looks for rows of generated types that are given back to the platform.
func runAvoidEarlyBoundTarget(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		on := call.Arg(0)
		sets := call.Member.Name == "set_Item" && len(call.Args) == 3 && on.Kind == assembly.Result && on.Member.Name == "get_InputParameters"
		if sets && call.Arg(1).Kind == assembly.Text && call.Arg(1).Text == "Target" && call.Last().IsEarlyBound() {
			managed.ReportCall(p, call, "puts a row of a generated type into the input parameter \"Target\", which the platform cannot serialize; put an Entity there, or change the one that is there")
		}
	}
	return nil
}
