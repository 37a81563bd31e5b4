package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// A Definition describes the operations of a connector. Only a [Swagger]
// definition has more than its document and its format.
type Definition struct {
	*Document
	Format Format

	Info     Info
	Host     model.Text
	BasePath model.Text
	Schemes  []model.Text
	Consumes []model.Text
	Produces []model.Text

	Paths      []*Path
	Operations []*Operation // of all paths

	// The shared parts that others refer to, in the order of the text.
	Schemas    []*Property
	Parameters []*Parameter
	Responses  []*Response

	Security        []*Requirement
	SecuritySchemes []*SecurityScheme
	Metadata        []*Metadata
	Calls           []*Call // of x-ms-capabilities

	All   []*Schema // every schema, also those of parameters and headers, in the order of the text
	Every []*Call   // every call, in the order of the text

	References []*Reference // in the order of the text
	Requests   []*Request   // of a Postman collection
	Misfits    []Misfit     // in the order of the text, but that what is absent stands at what it is absent from

	operations map[string]*Operation
	schemes    map[string]*SecurityScheme
}

// Format is the kind of document that a definition is.
type Format string

// The formats. A connector has the first one; Postman collections are converted
// when a connector is made of them.
const (
	Swagger  Format = "OpenAPI 2.0"
	OpenAPI3 Format = "OpenAPI 3"
	Postman1 Format = "Postman collection v1"
	Postman2 Format = "Postman collection v2"
	NoFormat Format = "unknown"
)

// Operation returns the operation of that id, the first where there are several
// and nil where there is none.
func (d *Definition) Operation(id string) *Operation { return d.operations[id] }

// SecurityScheme returns the security definition of that name, nil where there
// is none.
func (d *Definition) SecurityScheme(name string) *SecurityScheme { return d.schemes[name] }

// Info says what the connector is.
type Info struct {
	Node        *jsontree.Node
	Title       model.Text
	Description model.Text
	Version     model.Text
	Contact     Contact
	Status      model.Text // of x-ms-api-annotation: Preview or Production
}

// A Contact says whom to ask.
type Contact struct {
	Node  *jsontree.Node
	Name  model.Text
	URL   model.Text
	Email model.Text
}

// Metadata is one entry of x-ms-connector-metadata.
type Metadata struct {
	Node  *jsontree.Node
	Name  model.Text // "Website", "Privacy policy", "Categories"
	Value model.Text
}

// A Path is one template of a path and what can be done there.
type Path struct {
	Template     model.Text
	Node         *jsontree.Node
	Parameters   []ParameterUse
	Operations   []*Operation
	Notification *Schema // of x-ms-notification-content, nil where there is none
}

// IsWebhook reports whether services are told to call back by this path.
func (p *Path) IsWebhook() bool { return p.Node.Get("x-ms-notification-content") != nil }

// Segments returns the parts of the template between its slashes.
func (p *Path) Segments() []string {
	return strings.Split(strings.Trim(p.Template.Value, "/"), "/")
}

// An Operation is one thing that a connector can do: an action or a trigger.
type Operation struct {
	Path   *Path
	Method model.Text // in lower case: "get"
	Node   *jsontree.Node

	ID          model.Text
	Summary     model.Text
	Description model.Text
	Visibility  model.Text
	Trigger     model.Text // "single" or "batch"; unset for an action
	TriggerHint model.Text
	Deprecated  bool

	// Parameters are those of the path that the operation does not replace, and
	// its own.
	Parameters []ParameterUse
	Responses  []*Response
	Consumes   []model.Text // its own or those of the definition
	Produces   []model.Text
	Security   []*Requirement // its own; nil where the definition's hold

	Annotation *Annotation // nil where there is none
	Calls      []*Call     // of extensions of the operation itself
}

// Name returns what messages call the operation: its id, or its method and path.
func (o *Operation) Name() string {
	if o.ID.Value != "" {
		return o.ID.Value
	}
	return o.Where()
}

// Place returns where the operation is told of as a whole: at its id, or at its
// method.
func (o *Operation) Place() model.Range {
	if o.ID.IsSet() {
		return o.ID.Range
	}
	return o.Method.Range
}

// IsTrigger reports whether the operation starts flows.
func (o *Operation) IsTrigger() bool { return o.Node.Get("x-ms-trigger") != nil }

// Body returns the body parameter, nil where there is none.
func (o *Operation) Body() *Parameter {
	for _, p := range o.Parameters {
		if p.In.Value == "body" {
			return p.Parameter
		}
	}
	return nil
}

// Success returns the response whose schema the designer shows: the one of the
// lowest status below 300, nil where there is none.
func (o *Operation) Success() *Response {
	var best *Response
	for _, r := range o.Responses {
		if r.IsSuccess() && (best == nil || r.Status.Value < best.Status.Value) {
			best = r
		}
	}
	return best
}

// An Annotation is the x-ms-api-annotation of an operation.
type Annotation struct {
	Node        *jsontree.Node
	Family      model.Text
	Revision    *jsontree.Node // a number; nil where there is none
	Status      model.Text
	Replacement *jsontree.Node
}

// A Parameter is one input of operations.
type Parameter struct {
	model.Range // its object
	Node        *jsontree.Node
	Name        model.Text
	In          model.Text // "path", "query", "header", "formData", "body"
	Required    bool
	Summary     model.Text
	Description model.Text
	Visibility  model.Text
	Encoding    model.Text // x-ms-url-encoding
	// Schema is that of the body, or the parameter's own keywords seen as a
	// schema. It is nil for a body without schema.
	Schema *Schema
}

// A ParameterUse is a parameter where a path or operation lists it. Its Range is
// the item of the list, which may be a reference to what is defined elsewhere.
type ParameterUse struct {
	model.Range
	*Parameter
	Inherited bool // listed by the path and not by the operation
}

// A Response is one possible answer to an operation.
type Response struct {
	Status      model.Text // "200", "default"; for a shared response its name
	Node        *jsontree.Node
	Ref         model.Text // set where the response is a reference; Node is then what it refers to, nil if nothing
	Description model.Text
	Schema      *Schema // nil where there is none
	Headers     []*Property
}

// IsSuccess reports whether the status is one of success.
func (r *Response) IsSuccess() bool {
	return len(r.Status.Value) == 3 && r.Status.Value[0] == '2'
}

// Header returns the header of that name, case ignored, nil where there is none.
func (r *Response) Header(name string) *Property {
	for _, h := range r.Headers {
		if strings.EqualFold(h.Name.Value, name) {
			return h
		}
	}
	return nil
}

// A SecurityScheme is one way in which a connection proves who it is.
type SecurityScheme struct {
	Node             *jsontree.Node
	Name             model.Text
	Type             model.Text // "basic", "apiKey", "oauth2"
	In               model.Text // of an API key: "header", "query"
	KeyName          model.Text
	Flow             model.Text
	AuthorizationURL model.Text
	TokenURL         model.Text
	Scopes           []model.Text

	scopes map[string]bool
}

// HasScope reports whether the definition names a scope.
func (s *SecurityScheme) HasScope(name string) bool { return s.scopes[name] }

// A Requirement is one security scheme that is asked for.
type Requirement struct {
	Name   model.Text
	Node   *jsontree.Node // its value
	Scopes []model.Text
}

// maxVariables bounds how many variables of one path are looked at.
const maxVariables = 64

// Variables returns what stands in braces in the template, each within one
// segment.
func (p *Path) Variables() []string {
	var list []string
	for segment := range strings.SplitSeq(p.Template.Value, "/") {
		for {
			_, after, ok := strings.Cut(segment, "{")
			name, rest, closed := strings.Cut(after, "}")
			if !ok || !closed || len(list) == maxVariables {
				break
			}
			list = append(list, name)
			segment = rest
		}
	}
	return list
}

// Form returns the template in lower case with its variables left empty: two
// paths of one form cannot be told apart.
func (p *Path) Form() string {
	form := strings.ToLower(p.Template.Value)
	for _, v := range p.Variables() {
		form = strings.Replace(form, "{"+strings.ToLower(v)+"}", "{}", 1)
	}
	return form
}

// Where returns the method and path of the operation: "GET /orders/{id}".
func (o *Operation) Where() string {
	return strings.ToUpper(o.Method.Value) + " " + o.Path.Template.Value
}
