package plugin

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeStepImage = &rule.Rule{
	ID:        "plugin-include-step-image",
	Severity:  rule.Critical,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{assembly.Analyzer, customizations.Analyzer},
	Run:       runIncludeStepImage,
}

// runIncludeStepImage looks at the plug-in's own methods: code that it shares with
// other plug-ins may run for their steps.
func runIncludeStepImage(p *rule.Pass) error {
	steps := make(map[string][]*customizations.Step)
	for _, step := range customizations.Of(p.Pass).Steps {
		if a := assemblyOf(p, step); a != nil {
			key := a.Image.Assembly.Name + "/" + step.PlugInType.Type
			steps[key] = append(steps[key], step)
		}
	}
	for c := range managed.Codes(p) {
		if tellsMessages(c) {
			continue
		}
		registered := steps[c.Assembly.Image.Assembly.Name+"/"+c.Method.WrittenIn().Owner.FullName]
		for _, call := range c.Calls {
			alias, images := imageOf(call)
			if alias == "" || len(registered) == 0 || asksBefore(c, alias) || hasImage(registered, alias, images) {
				continue
			}
			managed.ReportCall(p, call, "reads the image %q of %s, and no step of the plug-in has one; add it to the step, or ask with Contains before", alias, images)
		}
	}
	return nil
}

// imageOf returns the alias of the image that a call reads, and the collection
// that it is read from.
func imageOf(call *assembly.Call) (alias, images string) {
	from := call.Arg(0)
	if call.Member.Name != "get_Item" || from.Kind != assembly.Result || call.Last().Kind != assembly.Text {
		return "", ""
	}
	switch from.Member.Name {
	case "get_PreEntityImages", "get_PostEntityImages":
		return call.Last().Text, from.Member.Name[len("get_"):]
	}
	return "", ""
}

// tellsMessages reports whether the code does different things for different
// messages: what reads the image may then be for a step of another solution.
func tellsMessages(c *assembly.Code) bool {
	return slices.ContainsFunc(c.Calls, func(call *assembly.Call) bool {
		return call.Member.Name == "get_MessageName" || call.Member.Name == "get_Stage"
	})
}

// asksBefore reports whether the code asks anywhere if there is such an image.
func asksBefore(c *assembly.Code, alias string) bool {
	return slices.ContainsFunc(c.Calls, func(call *assembly.Call) bool {
		return (call.Member.Name == "Contains" || call.Member.Name == "ContainsKey" || call.Member.Name == "TryGetValue") &&
			slices.ContainsFunc(call.Args, func(v *assembly.Value) bool { return v.Kind == assembly.Text && v.Text == alias })
	})
}

func hasImage(steps []*customizations.Step, alias, images string) bool {
	for _, step := range steps {
		for _, image := range step.Images {
			kind := image.ImageType.Value
			matches := kind == customizations.BothImage || (kind == customizations.PreImage) == (images == "PreEntityImages")
			if image.Alias.Value == alias && matches {
				return true
			}
		}
	}
	return false
}
