package connector

import (
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// FacadeAnalyzer tells what flows and apps rely on in connectors: the fact
// [Facades]. It does so for units that are compared, or will be compared with.
var FacadeAnalyzer = &analysis.Analyzer{
	Name:       "connectorfacade",
	Doc:        "tell what flows and apps rely on in connectors",
	Requires:   []*analysis.Analyzer{Analyzer},
	FactTypes:  []analysis.Fact{new(Facades)},
	ResultType: reflect.TypeFor[*Comparison](),
	Run: func(pass *analysis.Pass) (any, error) {
		var earlier unit.Earlier
		if !pass.ImportPackageFact(pass.Pkg, &earlier) {
			return new(Comparison), nil
		}
		now := new(Facades)
		for _, c := range Of(pass).Connectors {
			if c.Definition != nil && c.Definition.Format == Swagger && c.Definition.IsWhole() {
				now.List = append(now.List, describe(c))
			}
		}
		if len(now.List) > 0 {
			pass.ExportPackageFact(now.withoutModels())
		}
		return compare(now.List, earlier.Units), nil
	},
}

// ComparisonOf returns the result of [FacadeAnalyzer], which must be among the
// pass's Requires.
func ComparisonOf(pass *analysis.Pass) *Comparison {
	return pass.ResultOf[FacadeAnalyzer].(*Comparison)
}

// A Comparison joins connectors with themselves in the version before.
type Comparison struct{ Pairs []Pair }

// A Pair is one connector now and before.
type Pair struct{ Now, Before *Facade }

// Facades is the package fact that holds what others rely on in the connectors of
// a unit.
type Facades struct{ List []*Facade }

// AFact marks Facades as a fact.
func (*Facades) AFact() {}

// String returns the titles.
func (f *Facades) String() string {
	titles := make([]string, len(f.List))
	for i, c := range f.List {
		titles[i] = c.Title
	}
	return strings.Join(titles, ", ")
}

// withoutModels returns facades that do not keep the models that they were made of
// in memory.
func (f *Facades) withoutModels() *Facades {
	bare := &Facades{List: make([]*Facade, len(f.List))}
	for i, c := range f.List {
		one := *c
		one.Connector = nil
		bare.List[i] = &one
	}
	return bare
}

// A Facade is what others rely on in one connector. The places of one that came
// before lead nowhere.
type Facade struct {
	Connector  *Connector // nil for one that came before
	Name       string     // in its solution, empty in a folder
	Title      string
	Version    model.Text
	At         model.Range // of the title
	Operations []*Signature
	Parameters []Value // of connections
}

// A Signature is what others rely on in one operation.
type Signature struct {
	ID       string
	At       model.Range
	Method   string
	Path     string
	Trigger  string
	Internal bool
	Inputs   []Value
	Outputs  []Value
}

// A Value is one input or output, or one parameter of connections.
type Value struct {
	Path     string // "id", "body/lines/number"; arrays have a step "[]"
	In       string // location of the parameter
	Type     string
	Format   string
	Required bool
	Internal bool
	Default  bool
	Enum     []string // sorted; nil where every value is allowed
	At       model.Range
}

// compare finds for each connector itself in the version before: by its name in
// the solution, by its title, or because there is one and was one.
func compare(now []*Facade, units []unit.EarlierUnit) *Comparison {
	var before []*Facade
	for _, u := range units {
		for _, f := range u.Facts {
			if list, ok := f.(*Facades); ok {
				before = append(before, list.List...)
			}
		}
	}
	c := new(Comparison)
	for _, n := range now {
		i := slices.IndexFunc(before, func(b *Facade) bool { return n.Name != "" && strings.EqualFold(b.Name, n.Name) })
		if i < 0 {
			i = slices.IndexFunc(before, func(b *Facade) bool { return strings.EqualFold(b.Title, n.Title) })
		}
		if i < 0 && len(now) == 1 && len(before) == 1 {
			i = 0
		}
		if i >= 0 {
			c.Pairs = append(c.Pairs, Pair{n, before[i]})
		}
	}
	return c
}

// describe tells what others rely on in a connector.
func describe(c *Connector) *Facade {
	d := c.Definition
	f := &Facade{Connector: c, Title: d.Info.Title.Value, Version: d.Info.Version, At: model.At(d.Info.Title, c.Home)}
	if c.Component != nil {
		f.Name = c.Component.Name.Value
	}
	budget := maxVisits / 4
	for _, o := range d.Operations {
		f.Operations = append(f.Operations, o.signature(&budget))
	}
	f.connection("", c.Properties.Parameters)
	for _, s := range c.Properties.Sets {
		f.connection(s.Name.Value+"/", s.Parameters)
	}
	return f
}

// connection adds connection parameters. Those of sets have the set's name before
// their own.
func (f *Facade) connection(set string, list []*ConnectionParameter) {
	for _, p := range list {
		optional := isFalse(p.Node.At("uiDefinition", "constraints", "required"))
		f.Parameters = append(f.Parameters, Value{Path: set + p.Name.Value, Type: strings.ToLower(p.Type.Value), Required: !optional, At: p.Name.Range})
	}
}

// isFalse reports whether n is false, or the word in any case of letters.
func isFalse(n *Node) bool { return strings.EqualFold(n.Literal(), "false") }

func (o *Operation) signature(budget *int) *Signature {
	s := &Signature{
		ID: o.ID.Value, At: o.Place(), Method: o.Method.Value, Path: o.Path.Template.Value, Internal: o.Visibility.Value == internal,
		Trigger: o.Node.Get("x-ms-trigger").Literal(),
	}
	for _, p := range o.Parameters {
		v := Value{
			Path: p.Name.Value, In: p.In.Value, Required: p.Required, Internal: p.Visibility.Value == internal,
			Default: p.Node.Get("default") != nil, At: model.At(p.Name, p),
		}
		w := walker{budget: budget, at: v.At}
		s.Inputs = append(s.Inputs, w.value(v, p.Schema)...)
	}
	w := walker{budget: budget, at: s.At}
	if r := o.Success(); r != nil && r.Schema != nil {
		s.Outputs = w.value(Value{Path: "body", At: r.Status.Range}, r.Schema)
	}
	if n := o.Path.Notification; n != nil && o.IsTrigger() {
		s.Outputs = append(s.Outputs, w.value(Value{Path: "notification", At: s.At}, n)...)
	}
	return s
}

// A walker flattens schemas.
type walker struct {
	budget *int
	at     model.Range
	open   []*Schema // schemas that are being walked, to find circles
}

// maxNested bounds how deep values are compared.
const maxNested = 16

// value returns a value and all that lies in it.
func (w *walker) value(v Value, s *Schema) []Value {
	r := s.Resolve()
	if r == nil || slices.Contains(w.open, r) || len(w.open) > maxNested || *w.budget <= 0 {
		return []Value{v}
	}
	*w.budget--
	v.Type, v.Format = r.Type.Value, r.Format.Value
	v.Default = v.Default || r.Default != nil
	v.Internal = v.Internal || s.IsInternal()
	if r.Enum.Is(Array) {
		for _, item := range r.Enum.Items() {
			v.Enum = append(v.Enum, item.Literal())
		}
		slices.Sort(v.Enum)
	}
	list := []Value{v}
	w.open = append(w.open, r)
	for _, part := range s.Parts() {
		for _, p := range part.Properties {
			_, required := s.property(p.Name.Value)
			inner := Value{Path: v.Path + "/" + p.Name.Value, In: v.In, Required: v.Required && required, Internal: v.Internal, At: p.Name.Range}
			list = append(list, w.value(inner, p.Schema)...)
		}
	}
	if r.Items != nil {
		list = append(list, w.value(Value{Path: v.Path + "/[]", In: v.In, Internal: v.Internal, At: rangeOf(r.Items.Node)}, r.Items)...)
	}
	w.open = w.open[:len(w.open)-1]
	return list
}
