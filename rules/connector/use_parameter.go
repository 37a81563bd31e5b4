package connector

import (
	"slices"
	"strings"
	"unicode"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useParameter = &rule.Rule{
	ID:        "connector-use-parameter",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		told := make(map[model.Range]bool)
		judge := func(p *connector.Parameter) {
			if !told[p.Range] {
				told[p.Range] = true
				c.parameter(p)
			}
		}
		for _, p := range d.Parameters {
			judge(p)
		}
		for _, p := range d.Paths {
			c.listed(p.Template.Value, "path", p.Parameters, "PathParametersContainDuplicateParameter", "PathParametersContainMultipleBodyParameters")
			for _, o := range p.Operations {
				c.listed(o.Name(), "operation", own(o), "OperationParametersContainDuplicateParameter", "OperationParametersContainMultipleBodyParameters")
				c.together(o)
			}
		}
		for _, o := range d.Operations {
			for _, p := range o.Parameters {
				judge(p.Parameter)
			}
		}
	}),
}

// own returns the parameters that the operation lists itself.
func own(o *connector.Operation) []connector.ParameterUse {
	return slices.DeleteFunc(slices.Clone(o.Parameters), func(p connector.ParameterUse) bool { return p.Inherited })
}

// listed judges the list of a path or an operation.
func (c *check) listed(name, what string, list []connector.ParameterUse, twice, bodies string) {
	seen := make(map[string]bool)
	hasBody := false
	items := make(map[model.Range]bool)
	for _, p := range list {
		key := p.In.Value + " " + strings.ToLower(p.Name.Value)
		switch {
		case items[p.Parameter.Range]:
			c.say(p, "OperationParametersAreNotUnique", "The %s %q lists the parameter %q twice; remove one", what, name, p.Name.Value)
		case p.In.Value == "body" && hasBody:
			c.say(p, bodies, "The %s %q has more than one parameter in the body; put what they hold into the schema of one", what, name)
		case seen[key]:
			c.say(p, twice, "The %s %q has two parameters %q in the %s; give one another name", what, name, p.Name.Value, p.In.Value)
		}
		items[p.Parameter.Range], seen[key] = true, true
		hasBody = hasBody || p.In.Value == "body"
	}
}

// together judges which parameters go together.
func (c *check) together(o *connector.Operation) {
	var body, form *connector.ParameterUse
	for i := range o.Parameters {
		switch p := &o.Parameters[i]; p.In.Value {
		case "body":
			body = p
		case "formData":
			form = p
		}
	}
	if body != nil && form != nil {
		c.say(form, "ParameterListContainsFormDataAndBody", "The operation %q has the parameter %q in a form and %q in the body; a request has one or the other", o.Name(), form.Name.Value, body.Name.Value)
	}
	if o.Method.Value != "get" && o.Method.Value != "head" {
		return
	}
	for _, p := range []*connector.ParameterUse{body, form} {
		if p != nil {
			c.say(p, "BodyOrFormDataParameterInFetchOperationNotAllowed", "The operation %q fetches by %s and has the parameter %q in the %s, which is not sent; move it to the query, or use POST", o.Name(), strings.ToUpper(o.Method.Value), p.Name.Value, p.In.Value)
		}
	}
}

// parameter judges one parameter by itself.
func (c *check) parameter(p *connector.Parameter) {
	name, in := p.Name.Value, p.In.Value
	if strings.EqualFold(name, "connectionId") {
		c.say(p.Name, "ConnectionIdParameterNotAllowed", "The name %q is taken by the platform; give the parameter another", name)
	}
	if in == "formData" && strings.ContainsFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) {
		c.say(p.Name, "InvalidFormDataParameterName", "The name %q of a parameter in a form has characters that are not ASCII", name)
	}
	if n := p.Node.Get("allowEmptyValue"); n != nil && in != "query" && in != "formData" {
		c.say(at(n), "AllowEmptyValueOnlyValidForQueryFormData", `The parameter %q is in the %s, where "allowEmptyValue" has no meaning; remove it`, name, in)
	}
	c.collectionFormat(p)
	if in == "body" {
		c.bodyParameter(p)
		return
	}
	if n := p.Node.Get("schema"); n != nil {
		c.say(at(n), "NonBodyParameterSchemaNotValid", `The parameter %q is in the %s and cannot have a "schema"; write "type" and the rest beside its name`, name, in)
	} else if p.Node.Get("type") == nil && in != "" {
		c.say(model.At(p.Name, p.Range), "RequiredPropertyMissing", `The parameter %q in the %s has no "type"; add it`, name, in)
	}
	if p.Schema.Type.Value == "file" && in != "formData" {
		c.say(p.Schema.Type, "FileParameterMustBeInFormData", `The parameter %q has the type "file" and is in the %s; a file is sent in "formData"`, name, in)
	}
}

func (c *check) collectionFormat(p *connector.Parameter) {
	n := p.Node.Get("collectionFormat")
	format := n.Literal()
	isMulti := format == "multi" && (p.In.Value == "query" || p.In.Value == "formData")
	if n != nil && !isMulti && !slices.Contains([]string{"csv", "ssv", "tsv", "pipes"}, format) {
		c.say(at(n), "CollectionFormatValueNotSupported", `The collectionFormat %q of parameter %q is not supported in the %s; use "csv", "ssv", "tsv" or "pipes"`, format, p.Name.Value, p.In.Value)
	}
}

// bodyParameter judges what a body says beside its schema.
func (c *check) bodyParameter(p *connector.Parameter) {
	if p.Node.Get("schema") == nil {
		c.say(model.At(p.Name, p.Range), "BodyParameterSchemaRequired", `The body parameter %q has no "schema"; describe there what is sent`, p.Name.Value)
	}
	for key, v := range p.Node.Members() {
		switch key.Name {
		case "type", "format", "items", "enum", "default", "collectionFormat", "maximum", "minimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "multipleOf":
			c.say(model.Range{From: key.Pos(), To: v.End()}, "BodyParameterPropertyNotValid", `The body parameter %q has the property %q, which belongs into its "schema"`, p.Name.Value, key.Name)
		}
	}
}
