package connector

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var usePolicyTemplate = &rule.Rule{
	ID:        "connector-use-policy-template",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/policy-templates",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: connectors(func(c *check) {
		for _, p := range c.Properties.Policies {
			c.policy(p)
		}
	}),
}

// A template is a policy template with its parameters, from the schema that
// Microsoft publishes with its connectors.
type template struct {
	needs  []string
	values map[string][]string // of parameters that have a choice of values
}

var templates = sync.OnceValue(func() map[string]template {
	exists := map[string][]string{"existsAction": {"override", "skip", "append"}}
	return map[string]template{
		"setheader":              {needs: []string{"name", "value"}, values: exists},
		"setqueryparameter":      {needs: []string{"name", "value"}, values: exists},
		"dynamichosturl":         {needs: []string{"urlTemplate"}},
		"routerequesttoendpoint": {needs: []string{"newPath"}},
		"setproperty":            {needs: []string{"newPropertyParentPathTemplate", "newPropertySubPathTemplate", "propertyValuePathTemplate"}},
		"setvaluefromurl":        {needs: []string{"parameterTemplate", "parameterValueUrl", "parameterValuePathTemplate"}},
		"pollingtrigger":         {needs: []string{"triggerConfig", "triggerDataPath"}},
		"updatenextlink":         {needs: []string{"nextLinkPropertyName"}},
		"convertarraytoobject":   {needs: []string{"propertyParentPath", "keyWithinCollectionPath", "newPropertyPath"}},
		"convertobjecttoarray":   {needs: []string{"propertyParentPath", "newPropertyPath"}},
		"encodepropertyvalue":    {needs: []string{"propertyParentPath", "newPropertyPath"}},
		"stringreplace":          {needs: []string{"propertyParentPath", "sourceString", "replacementString", "newPropertyPath"}},
		"stringtoarray":          {needs: []string{"propertyParentPath", "delimiterList", "childPropertyName", "newPropertyPath"}},
	}
})

func (c *check) policy(p *connector.Policy) {
	name := theName(p.Title.Value, quoteTemplate(p))
	if !p.Template.IsSet() {
		c.say(start(p.Node), "", `The policy %s has no "templateId", so it does nothing; name the template`, name)
		return
	}
	if t, ok := templates()[strings.ToLower(p.Template.Value)]; ok {
		for _, need := range t.needs {
			if p.Parameter(need) == nil {
				c.say(p.Template, "", "The policy %s of the template %q has no parameter %q; add it", name, p.Template.Value, need)
			}
		}
		for key, values := range t.values {
			if v := p.Parameter(key); v != nil && !slices.Contains(values, v.Value.Value) {
				c.say(at(v.Node), "", "The parameter %q of policy %s is %s; it may be %s", key, name, quoteNode(v.Node), quoted(values, "or"))
			}
		}
	}
	if s := p.Section; s.IsSet() && s.Value != "Request" && s.Value != "Response" {
		c.say(s, "", `The policy %s is for the section %q; it may be "Request" or "Response"`, name, s.Value)
	}
	c.policyOperations(name, p)
	for _, v := range p.Parameters {
		c.expression(name, v)
	}
}

func quoteTemplate(p *connector.Policy) string { return theName(p.Template.Value, "without a name") }

// policyOperations looks the operations of a policy up in the definition.
func (c *check) policyOperations(name string, p *connector.Policy) {
	d := c.Definition
	if d == nil || d.Format != connector.Swagger || !d.IsWhole() {
		return
	}
	for _, id := range p.Operations {
		if d.Operation(id.Value) == nil {
			c.say(id, "", "The policy %s is for the operation %q, which is not there, so nothing is done for it; mend the id, or remove it", name, id.Value)
		}
	}
}

var parameterCall = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`@\{?connectionParameters\(\s*'([^']+)'`) })

// expression looks the connection parameters that a value names up.
func (c *check) expression(name string, v *connector.Setting) {
	all := c.Properties.All()
	if c.Document(connector.PropertiesRole) == nil && c.Document(connector.ParametersRole) == nil {
		return
	}
	for _, found := range parameterCall().FindAllStringSubmatch(v.Value.Value, -1) {
		known := slices.ContainsFunc(all, func(p *connector.ConnectionParameter) bool {
			stem, _, _ := strings.Cut(p.Name.Value, ":")
			return strings.EqualFold(p.Name.Value, found[1]) || strings.EqualFold(stem, found[1])
		})
		if !known && !strings.Contains(found[1], ":") {
			c.say(v.Value, "", "The policy %s reads the connection parameter %q, which is not there; add it, or mend the name", name, found[1])
		}
	}
}
