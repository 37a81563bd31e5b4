package connector

import (
	"regexp"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useMediaType = &rule.Rule{
	ID:        "connector-use-media-type",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		told := make(map[model.Range]bool)
		judge := func(list []model.Text) {
			for _, t := range list {
				if !told[t.Range] && !mimePattern().MatchString(t.Value) {
					c.say(t, "MimeTypeNotValid", `The media type %q is none; write it as "application/json"`, t.Value)
				}
				told[t.Range] = true
			}
		}
		judge(d.Consumes)
		judge(d.Produces)
		for _, o := range d.Operations {
			judge(o.Consumes)
			judge(o.Produces)
			c.consumes(o)
		}
	}),
}

// mimePattern is RFC 6838's type and subtype, with parameters.
var mimePattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*(\*|[A-Za-z0-9!#$&^_.+-]+)/([A-Za-z0-9!#$&^_.+*-]+)\s*(;.*)?$`)
})

const (
	form      = "application/x-www-form-urlencoded"
	multipart = "multipart/form-data"
)

// consumes compares what is sent with the media types that it is sent in.
func (c *check) consumes(o *connector.Operation) {
	file, field := formFields(o)
	list := o.Node.Get("consumes")
	switch {
	case list.Is(connector.Array) && list.Len() == 0 && (field != nil || o.Body() != nil):
		c.say(at(list), "ConsumesMissing", `The operation %q sends data and its "consumes" is empty; name the media type`, o.Name())
	case len(o.Consumes) == 0:
	case file != nil && file.Schema.Type.Value == "string" && only(o.Consumes, form):
		c.say(file, "StringBinaryNotSupportedForFormUrlEncoded", `The operation %q sends the binary field %q as %q, which has no way to hold bytes; use %q`, o.Name(), file.Name.Value, form, multipart)
	case field != nil && !has(o.Consumes, form) && !has(o.Consumes, multipart):
		c.say(field, "MimeTypeNotCompatibleWithRequestContentSchemaType", `The operation %q sends the field %q of a form as %q; set "consumes" to %q or %q`, o.Name(), field.Name.Value, o.Consumes[0].Value, multipart, form)
	case file != nil && file.Schema.Type.Value == "file" && !has(o.Consumes, multipart):
		c.say(file, "MimeTypeNotCompatibleWithRequestContentSchemaType", `The operation %q sends the file %q as %q; set "consumes" to %q`, o.Name(), file.Name.Value, o.Consumes[0].Value, multipart)
	}
}

// formFields returns a field of the form that holds bytes and any field, nil where
// there is none.
func formFields(o *connector.Operation) (file, field *connector.ParameterUse) {
	for i := range o.Parameters {
		p := &o.Parameters[i]
		if p.In.Value != "formData" {
			continue
		}
		field = p
		if p.Schema.Type.Value == "file" || p.Schema.Format.Value == "binary" {
			file = p
		}
	}
	return file, field
}

func has(list []model.Text, mediaTypeName string) bool {
	for _, t := range list {
		if strings.EqualFold(mediaType(t.Value), mediaTypeName) {
			return true
		}
	}
	return false
}

func only(list []model.Text, mediaTypeName string) bool {
	for _, t := range list {
		if !strings.EqualFold(mediaType(t.Value), mediaTypeName) {
			return false
		}
	}
	return true
}
