package connector

import (
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useDynamicOperation = &rule.Rule{
	ID:        "connector-use-dynamic-operation",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		for _, call := range d.Every {
			c.called(call)
		}
	}),
}

// called judges a call of an operation by what that takes and answers.
func (c *check) called(call *connector.Call) {
	switch {
	case !call.OperationID.IsSet() && call.Kind != connector.DynamicValues:
		return // the rule about the shape of definitions tells of it
	case !call.OperationID.IsSet():
		if call.Capability.Value == "file-picker" && !call.HasTree {
			c.say(call.Capability, "DynamicTreeExtensionMissing", `The file picker is described in the older way alone; add "x-ms-dynamic-tree", which the designers of today read`)
		}
		return
	case call.Target == nil:
		c.say(call.OperationID, "OperationIdNotFound", "The %s calls the operation %q, which is not there; name one of this definition", call.Kind, call.OperationID.Value)
		return
	}
	for _, a := range call.Arguments {
		c.argument(call, a)
	}
	c.missing(call)
	if call.Kind == connector.TestConnection && call.Target.Method.Value != "get" {
		c.say(call.OperationID, "", "The connection is tested by operation %q, which uses %s; it must be one that uses GET and changes nothing", call.Target.Name(), strings.ToUpper(call.Target.Method.Value))
	}
	if call.Kind == connector.TreeOpen {
		if n := call.Node.Get("selectedItemValuePath"); n != nil {
			c.say(at(n), "SelectedItemValuePathNotAllowedInThisPosition", `The property "selectedItemValuePath" belongs to "browse" of "x-ms-dynamic-tree", not to "open"; move it`)
		}
	}
	c.produces(call)
}

// argument judges one input that a call gives.
func (c *check) argument(call *connector.Call, a *connector.Argument) {
	input, open := call.Takes(a.Name.Value)
	if input == nil {
		if !open {
			c.say(a.Name, "OperationParameterNameNotFound", "The operation %q has no parameter %q, which the %s gives it; name one that it has", call.Target.Name(), a.Name.Value, call.Kind)
		}
		return
	}
	if call.Kind.IsOlder() && !input.Nested {
		if twin, _ := call.Target.BodyInput(a.Name.Value); twin != nil && twin.Parameter != input.Parameter {
			c.say(a.Name, "OperationParameterNameIsAmbiguous", "The name %q is that of a parameter and of a property of the body of operation %q; use the newer extension, which tells them apart", a.Name.Value, call.Target.Name())
		}
	}
	want := input.Schema.Resolve()
	if a.Static != nil && want != nil && want.Type.IsSet() && !fits(a.Static, want) && !converts(a.Static, want.Type.Value) {
		c.say(at(a.Static), "OperationParameterStaticTypeMismatch", "The parameter %q of operation %q has the type %q and is given %s", a.Name.Value, call.Target.Name(), want.Type.Value, quoteNode(a.Static))
	}
}

// converts reports whether a value can be sent as one of the type: in a path or a
// query everything is text.
func converts(n *connector.Node, to string) bool {
	text := n.Literal()
	switch {
	case !isScalar(n):
		return false
	case to == "string":
		return true
	case to == "boolean":
		return strings.EqualFold(text, "true") || strings.EqualFold(text, "false")
	case to == "integer" || to == "number":
		_, err := strconv.ParseFloat(text, 64)
		return err == nil
	}
	return false
}

// missing finds parameters that the operation must have and is not given.
func (c *check) missing(call *connector.Call) {
	if call.Kind == connector.NotificationCall {
		return // a subscription takes the values of its trigger by their names
	}
	for _, p := range call.Target.Parameters {
		if !p.Required || p.Schema == nil || p.Schema.Default != nil || p.In.Value == "body" || p.In.Value == "header" {
			continue
		}
		given := false
		for _, a := range call.Arguments {
			given = given || a.Name.Value == p.Name.Value
		}
		if !given {
			c.say(call.OperationID, "OperationMissingRequiredProperty", "The operation %q needs the parameter %q, which the %s does not give it; add it", call.Target.Name(), p.Name.Value, call.Kind)
		}
	}
}

// produces follows the paths of a call into what the operation answers. Where the
// answer is open, everything may be there.
func (c *check) produces(call *connector.Call) {
	success := call.Target.Success()
	if success == nil || success.Schema == nil || call.Kind == connector.TestConnection || call.Kind == connector.NotificationCall || call.Kind == connector.Simulate {
		return
	}
	if call.Kind == connector.DynamicSchema || call.Kind == connector.DynamicProperties {
		if _, ok := success.Schema.Follow(call.ValuePath.Value); !ok && call.ValuePath.Value != "" {
			c.say(call.ValuePath, "InvokedOperationShouldProduceProperty", "The operation %q answers nothing at %q; mend the path, or describe it in its response", call.Target.Name(), call.ValuePath.Value)
		}
		return
	}
	c.producesList(call, success.Schema)
}

// producesList looks for the list that a call takes its values from.
func (c *check) producesList(call *connector.Call, answer *connector.Schema) {
	isTree := call.Kind == connector.TreeOpen || call.Kind == connector.TreeBrowse
	if isTree && !call.ItemsPath.IsSet() {
		return // where a tree finds its items is not published
	}
	items, ok := answer.Follow(call.ItemsPath.Value)
	if !ok {
		c.say(model.At(call.ItemsPath, call.OperationID), "InvokedOperationShouldProduceArray", "The operation %q answers nothing at %q, where a list is looked for; mend the path, or describe it in its response", call.Target.Name(), call.ItemsPath.Value)
		return
	}
	items = items.Resolve()
	if items == nil {
		return
	}
	if items.Type.Value != "array" {
		if items.Type.IsSet() && (items.Type.Value != "object" || !items.IsOpen()) {
			c.say(model.At(call.ItemsPath, call.OperationID), "InvokedOperationShouldProduceArray", "The operation %q answers %s at %q, where a list is looked for; name the array", call.Target.Name(), withArticle(items.Type.Value), call.ItemsPath.Value)
		}
		return
	}
	for _, path := range []model.Text{call.ValuePath, call.TitlePath} {
		if _, ok := items.Items.Follow(path.Value); !ok {
			c.say(path, "InvokedOperationShouldProduceProperty", "The items that operation %q answers have no property at %q; mend the path, or describe it in the response", call.Target.Name(), path.Value)
		}
	}
}
