package connector

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// methods are the keys of a path that are operations.
var methods = map[string]bool{"get": true, "put": true, "post": true, "delete": true, "options": true, "head": true, "patch": true}

// readDefinition makes the model of a definition of any format.
func readDefinition(d *Document) *Definition {
	def := &Definition{Document: d, Format: formatOf(d.Tree.Root), operations: make(map[string]*Operation), schemes: make(map[string]*SecurityScheme)}
	if def.Format != Swagger {
		def.readPostman()
		return def
	}
	root := d.Tree.Root
	r := &reader{
		def:        def,
		schemas:    make(map[*jsontree.Node]*Schema),
		parameters: make(map[string]*Parameter),
		responses:  make(map[string]*jsontree.Node),
		shapes:     make(map[string]*jsontree.Node),
	}
	for key, n := range root.Get("definitions").Members() {
		r.shapes[key.Name] = n
	}
	r.read(root)
	r.link()
	def.Misfits = def.misfit()
	return def
}

// formatOf tells the format of a document by what only that format has.
func formatOf(root *jsontree.Node) Format {
	schema, _ := root.At("info", "schema").Text()
	switch {
	case root.Get("swagger") != nil:
		return Swagger
	case root.Get("openapi") != nil:
		return OpenAPI3
	case strings.Contains(schema, "/collection/v2") || root.At("info", "_postman_id") != nil && root.Get("item") != nil:
		return Postman2
	case root.Get("requests").Is(jsontree.Array) && (root.Get("order") != nil || root.Get("folders") != nil):
		return Postman1
	case root.Get("paths").Is(jsontree.Object) && root.Get("info").Is(jsontree.Object):
		return Swagger
	}
	return NoFormat
}

// A reader makes the model of one OpenAPI 2.0 document. Shared parts are read
// before the paths that refer to them; calls are resolved at the end, because
// they may name any operation.
type reader struct {
	def        *Definition
	schemas    map[*jsontree.Node]*Schema
	parameters map[string]*Parameter
	responses  map[string]*jsontree.Node
	shapes     map[string]*jsontree.Node // definitions by name
	calls      []*Call
	all        []*Schema
}

func (r *reader) read(root *jsontree.Node) {
	d := r.def
	d.Info = readInfo(root.Get("info"))
	d.Host = textOf(root.Get("host"))
	d.BasePath = textOf(root.Get("basePath"))
	d.Schemes = textsOf(root.Get("schemes"))
	d.Consumes = textsOf(root.Get("consumes"))
	d.Produces = textsOf(root.Get("produces"))
	d.Security = readSecurity(root.Get("security"))
	for key, n := range root.Get("securityDefinitions").Members() {
		s := readSecurityScheme(key, n)
		d.SecuritySchemes = append(d.SecuritySchemes, s)
		d.schemes[key.Name] = s
	}
	for _, n := range root.Get("x-ms-connector-metadata").Items() {
		d.Metadata = append(d.Metadata, &Metadata{Node: n, Name: textOf(n.Get("propertyName")), Value: textOf(n.Get("propertyValue"))})
	}
	r.shared(root)
	for key, n := range root.Get("paths").Members() {
		if !strings.HasPrefix(key.Name, "x-") {
			r.path(key, n)
		}
	}
	d.Calls = r.capabilities(root.Get("x-ms-capabilities"))
}

// link resolves what may refer to anything in the document, once all is read.
func (r *reader) link() {
	for todo := r.all; len(todo) > 0; { // a reference may lead to what was not read
		known := len(r.all)
		for _, s := range todo {
			if s.Ref.IsSet() {
				s.Target = r.schema(r.follow(s.Ref.Value))
			}
		}
		todo = r.all[known:]
	}
	slices.SortStableFunc(r.all, func(a, b *Schema) int { return int(a.Node.Pos() - b.Node.Pos()) })
	r.def.All = r.all
	for _, c := range r.calls {
		c.Target = r.def.operations[c.OperationID.Value]
	}
	slices.SortStableFunc(r.calls, func(a, b *Call) int { return int(a.Node.Pos() - b.Node.Pos()) })
	r.def.Every = r.calls
	r.references()
	r.def.place()
}

func readInfo(n *jsontree.Node) Info {
	contact := n.Get("contact")
	return Info{
		Node:        n,
		Title:       textOf(n.Get("title")),
		Description: textOf(n.Get("description")),
		Version:     textOf(n.Get("version")),
		Contact:     Contact{Node: contact, Name: textOf(contact.Get("name")), URL: textOf(contact.Get("url")), Email: textOf(contact.Get("email"))},
		Status:      textOf(n.At("x-ms-api-annotation", "status")),
	}
}

// shared reads the parts that others refer to.
func (r *reader) shared(root *jsontree.Node) {
	for key, n := range root.Get("definitions").Members() {
		r.def.Schemas = append(r.def.Schemas, &Property{Name: keyOf(key), Schema: r.schema(n)})
	}
	for key, n := range root.Get("parameters").Members() {
		if n.Get("$ref") != nil {
			r.refers(n, ParameterReference, key.Name)
			continue
		}
		p := r.parameter(n)
		r.def.Parameters = append(r.def.Parameters, p)
		r.parameters["#/parameters/"+key.Name] = p
	}
	for key, n := range root.Get("responses").Members() {
		r.refers(n, ResponseReference, key.Name)
		r.responses["#/responses/"+key.Name] = n
		r.def.Responses = append(r.def.Responses, r.response(key, n))
	}
}

func (r *reader) path(key jsontree.Key, n *jsontree.Node) {
	p := &Path{Template: keyOf(key), Node: n}
	r.refers(n, PathReference, key.Name)
	if content := n.Get("x-ms-notification-content"); content != nil {
		p.Notification = r.schema(content.Get("schema"))
	}
	for _, item := range n.Get("parameters").Items() {
		p.Parameters = r.use(p.Parameters, item, true)
	}
	for key, n := range n.Members() {
		if methods[key.Name] {
			p.Operations = append(p.Operations, r.operation(p, key, n))
		}
	}
	r.def.Paths = append(r.def.Paths, p)
	r.def.Operations = append(r.def.Operations, p.Operations...)
}

func (r *reader) operation(p *Path, key jsontree.Key, n *jsontree.Node) *Operation {
	o := &Operation{
		Path: p, Method: keyOf(key), Node: n,
		ID:          textOf(n.Get("operationId")),
		Summary:     textOf(n.Get("summary")),
		Description: textOf(n.Get("description")),
		Visibility:  textOf(n.Get("x-ms-visibility")),
		Trigger:     textOf(n.Get("x-ms-trigger")),
		TriggerHint: textOf(n.Get("x-ms-trigger-hint")),
		Deprecated:  n.Get("deprecated").IsTrue(),
		Consumes:    r.def.Consumes,
		Produces:    r.def.Produces,
		Security:    readSecurity(n.Get("security")),
		Annotation:  readAnnotation(n.Get("x-ms-api-annotation")),
	}
	if own := n.Get("consumes"); own != nil {
		o.Consumes = textsOf(own)
	}
	if own := n.Get("produces"); own != nil {
		o.Produces = textsOf(own)
	}
	o.Parameters = r.parametersOf(p, n)
	for key, n := range n.Get("responses").Members() {
		r.refers(n, ResponseReference, "")
		if !strings.HasPrefix(key.Name, "x-") {
			o.Responses = append(o.Responses, r.response(key, n))
		}
	}
	o.Calls = r.operationCalls(n)
	if _, taken := r.def.operations[o.ID.Value]; !taken && o.ID.Value != "" {
		r.def.operations[o.ID.Value] = o
	}
	return o
}

func readAnnotation(n *jsontree.Node) *Annotation {
	if !n.Is(jsontree.Object) {
		return nil
	}
	return &Annotation{Node: n, Family: textOf(n.Get("family")), Revision: n.Get("revision"), Status: textOf(n.Get("status")), Replacement: n.Get("replacement")}
}

// parametersOf returns the parameters of an operation: those of its path come
// first unless the operation has one of the same name and location.
func (r *reader) parametersOf(p *Path, n *jsontree.Node) []ParameterUse {
	var own []ParameterUse
	for _, item := range n.Get("parameters").Items() {
		own = r.use(own, item, false)
	}
	if len(p.Parameters) == 0 {
		return own
	}
	var all []ParameterUse
	for _, inherited := range p.Parameters {
		if !isReplaced(inherited, own) {
			all = append(all, inherited)
		}
	}
	return append(all, own...)
}

func isReplaced(p ParameterUse, own []ParameterUse) bool {
	for _, o := range own {
		if o.Name.Value == p.Name.Value && o.In.Value == p.In.Value {
			return true
		}
	}
	return false
}

// maxInputs bounds how many parameters of one list are looked at, because they are
// compared with one another. Among 312 published connectors the most is 58.
const maxInputs = 1 << 10

// use appends a parameter that is listed, unless it is a reference that leads
// nowhere.
func (r *reader) use(list []ParameterUse, n *jsontree.Node, inherited bool) []ParameterUse {
	if len(list) == maxInputs {
		return list
	}
	r.refers(n, ParameterReference, "")
	p := r.parameters[n.Get("$ref").Literal()]
	if n.Get("$ref") == nil && n.Is(jsontree.Object) {
		p = r.parameter(n)
	}
	if p == nil {
		return list
	}
	return append(list, ParameterUse{Range: rangeOf(n), Parameter: p, Inherited: inherited})
}

func (r *reader) parameter(n *jsontree.Node) *Parameter {
	p := &Parameter{
		Range: rangeOf(n), Node: n,
		Name:        textOf(n.Get("name")),
		In:          textOf(n.Get("in")),
		Required:    n.Get("required").IsTrue(),
		Summary:     textOf(n.Get("x-ms-summary")),
		Description: textOf(n.Get("description")),
		Visibility:  textOf(n.Get("x-ms-visibility")),
		Encoding:    textOf(n.Get("x-ms-url-encoding")),
	}
	if p.In.Value == "body" {
		p.Schema = r.schema(n.Get("schema"))
	} else {
		p.Schema = r.schema(n)
	}
	return p
}

func (r *reader) response(key jsontree.Key, n *jsontree.Node) *Response {
	resp := &Response{Status: keyOf(key), Node: n, Ref: textOf(n.Get("$ref"))}
	if resp.Ref.IsSet() {
		n = r.responses[resp.Ref.Value]
		resp.Node = n
	}
	resp.Description = textOf(n.Get("description"))
	resp.Schema = r.schema(n.Get("schema"))
	for key, h := range n.Get("headers").Members() {
		resp.Headers = append(resp.Headers, &Property{Name: keyOf(key), Schema: r.schema(h)})
	}
	return resp
}

func readSecurity(n *jsontree.Node) []*Requirement {
	if !n.Is(jsontree.Array) {
		return nil
	}
	list := []*Requirement{}
	for _, item := range n.Items() {
		for key, value := range item.Members() {
			list = append(list, &Requirement{Name: keyOf(key), Node: value, Scopes: textsOf(value)})
		}
	}
	return list
}

func readSecurityScheme(key jsontree.Key, n *jsontree.Node) *SecurityScheme {
	s := &SecurityScheme{
		Node: n, Name: keyOf(key),
		Type:             textOf(n.Get("type")),
		In:               textOf(n.Get("in")),
		KeyName:          textOf(n.Get("name")),
		Flow:             textOf(n.Get("flow")),
		AuthorizationURL: textOf(n.Get("authorizationUrl")),
		TokenURL:         textOf(n.Get("tokenUrl")),
	}
	s.scopes = make(map[string]bool)
	for key := range n.Get("scopes").Members() {
		s.Scopes = append(s.Scopes, keyOf(key))
		s.scopes[key.Name] = true
	}
	return s
}
