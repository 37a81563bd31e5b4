package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useDynamicReference = &rule.Rule{
	ID:        "connector-use-dynamic-reference",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.AppSource,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		told := make(map[*connector.Argument]bool)
		for o, call := range d.CallsBy() {
			for _, a := range call.Arguments {
				if a.Reference.IsSet() && !told[a] {
					told[a] = c.referred(o, call, a)
				}
			}
		}
	}),
}

// referred judges the value of the calling operation that a call passes on. It
// reports whether something was said.
func (c *check) referred(o *connector.Operation, call *connector.Call, a *connector.Argument) bool {
	source, open := o.Input(a.Reference.Value)
	if call.Kind.IsOlder() {
		source, open = c.olderReference(o, call, a)
	}
	if source == nil {
		if !open {
			c.say(a.Reference, "OperationParameterNameNotFound", "The %s takes the value of %q, which operation %q does not have; name one of its parameters", call.Kind, a.Reference.Value, o.Name())
		}
		return !open
	}
	if source.Internal && (source.Schema == nil || source.Schema.Default == nil) {
		c.say(a.Reference, "SourcePropertyInternal", "The %s takes the value of %q of operation %q, which makers do not see and cannot fill in; show it, or give a fixed value", call.Kind, a.Reference.Value, o.Name())
		return true
	}
	if call.Target == nil {
		return false
	}
	target, _ := call.Takes(a.Name.Value)
	if target == nil {
		return false
	}
	return c.passed(o, call, a, source, target)
}

// passed compares the two ends of a value that is passed on.
func (c *check) passed(o *connector.Operation, call *connector.Call, a *connector.Argument, source, target *connector.Input) bool {
	from, to := source.Schema.Resolve(), target.Schema.Resolve()
	if from != nil && to != nil && from.Type.IsSet() && to.Type.IsSet() && !sameType(from.Type.Value, to.Type.Value) {
		c.say(a.Reference, "OperationParameterTypeMismatch", "The parameter %q of operation %q has the type %q, and %q of operation %q is of the type %q", a.Name.Value, call.Target.Name(), to.Type.Value, a.Reference.Value, o.Name(), from.Type.Value)
		return true
	}
	if target.Required && !source.Required && to != nil && to.Default == nil && (from == nil || from.Default == nil) {
		c.say(a.Reference, "OperationParameterRequiredMismatch", "The parameter %q of operation %q is required, and %q of operation %q may be left empty; nothing is shown until it is filled in", a.Name.Value, call.Target.Name(), a.Reference.Value, o.Name())
		return true
	}
	return false
}

func sameType(a, b string) bool {
	return a == b || strings.Contains("integer number", a) && strings.Contains("integer number", b)
}

// olderReference finds what an older extension refers to by a bare name, and tells
// where only the newer one is clear.
func (c *check) olderReference(o *connector.Operation, call *connector.Call, a *connector.Argument) (source *connector.Input, open bool) {
	name := a.Reference.Value
	source, open = o.Input(name)
	inner, innerOpen := o.BodyInput(name)
	if source != nil && !source.Nested && inner != nil && source.Parameter != inner.Parameter {
		c.newer(call, a, "AmbiguousReferences", "means a parameter or a property of the body")
	}
	if source == nil && inner != nil {
		c.newer(call, a, "NonParameterReferences", "is no parameter but a property within one")
	}
	if source == nil {
		return inner, open || innerOpen
	}
	return source, open
}

func (c *check) newer(call *connector.Call, a *connector.Argument, why, words string) {
	if call.HasNewer {
		return
	}
	prefix, extension := "DynamicListExtensionRequiredFor", connector.DynamicList
	if call.Kind == connector.DynamicSchema {
		prefix, extension = "DynamicPropertiesExtensionRequiredFor", connector.DynamicProperties
	}
	c.say(a.Reference, prefix+why, "The reference %q of %s %s; add %q, which gives the whole path", a.Reference.Value, call.Kind, words, extension)
}
