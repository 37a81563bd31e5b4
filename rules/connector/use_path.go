package connector

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var usePath = &rule.Rule{
	ID:        "connector-use-path",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		spelled := make(map[string]*connector.Path)
		shaped := make(map[string]*connector.Path)
		for _, p := range d.Paths {
			c.template(p)
			c.twins(p, spelled, shaped)
			for _, o := range p.Operations {
				c.variables(o)
			}
		}
	}),
}

// template judges how a path is written.
func (c *check) template(p *connector.Path) {
	t := p.Template.Value
	if !strings.HasPrefix(t, "/") {
		c.say(p.Template, "OperationPathMustStartWithSlash", `The path %q must begin with "/"`, t)
	}
	outside := t
	for _, v := range p.Variables() {
		outside = strings.Replace(outside, "{"+v+"}", "", 1)
		if strings.Contains(v, "=") {
			c.say(p.Template, "OperationPathVariablesContainDefaults", `The variable "{%s}" of path %q gives itself a value; write the default into the parameter`, v, t)
		}
	}
	if strings.ContainsAny(outside, "{}") {
		c.say(p.Template, "OperationPathTemplateNotValid", "The path %q has a brace that belongs to no variable; a variable stands in braces within one segment", t)
	}
	if strings.Contains(t, "*") {
		c.say(p.Template, "OperationPathContainsUnsupportedCharacters", `The path %q has the character "*", which stands for nothing; name each path`, t)
	}
	if strings.ContainsAny(outside, "?#") {
		c.say(p.Template, "OperationPathMayNotContainQueryOrFragment", "The path %q has a query or a fragment in it; describe it by parameters in the query", t)
	}
}

// twins compares a path with those before it. Two that differ in letters' case, or
// in the names of variables alone, are one path to whoever has to choose.
func (c *check) twins(p *connector.Path, spelled, shaped map[string]*connector.Path) {
	key := strings.ToLower(p.Template.Value)
	if first := spelled[key]; first != nil && first.Template.Value != p.Template.Value {
		c.say(p.Template, "PathRedefined", "The path %q stands there as %q too, and paths are compared without regard to case; put the operations together", p.Template.Value, first.Template.Value)
		return
	}
	spelled[key] = p
	for _, o := range p.Operations {
		form := o.Method.Value + " " + p.Form()
		if first := shaped[form]; first != nil && first != p {
			c.say(o.Method, "DuplicateOperationPath", "The operation %q at %q cannot be told from the one at %q, because the paths differ in the names of variables alone; make a fixed part differ", o.Name(), p.Template.Value, first.Template.Value)
			continue
		}
		shaped[form] = p
	}
}

// variables compares the variables of a path with the parameters of an operation.
func (c *check) variables(o *connector.Operation) {
	variables := o.Path.Variables()
	declared := make(map[string]bool)
	for _, p := range o.Parameters {
		if p.In.Value != "path" {
			continue
		}
		declared[p.Name.Value] = true
		if !slices.Contains(variables, p.Name.Value) {
			c.say(p, "PathParameterNotDefinedInTemplate", "The parameter %q of operation %q is in the path %q, which has no variable of that name; put it in braces there, or move the parameter", p.Name.Value, o.Name(), o.Path.Template.Value)
		}
		if !p.Required {
			c.say(p, "PathParameterMustBeRequired", `The parameter %q of operation %q is part of the path, so it needs "required": true`, p.Name.Value, o.Name())
		}
	}
	for _, v := range variables {
		if !declared[v] && !strings.Contains(v, "=") {
			c.say(o.Place(), "OperationMissingPathParameter", `The operation %q has no parameter for the variable "{%s}" of its path; add one that is in the path`, o.Name(), v)
		}
	}
}
