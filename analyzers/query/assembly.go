package query

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

// assemblies reads the strings of plug-ins and workflow activities that are
// queries. The code of merged libraries is not looked at.
func (f *finder) assemblies(m *assembly.Model) {
	for _, a := range m.Assemblies {
		for _, c := range a.Reached {
			if c.Entry.Kind != assembly.Import && !c.IsVendored() {
				f.code(c)
			}
		}
	}
}

// code reads the queries of one method: sums first, then what stands by itself.
func (f *finder) code(c *assembly.Code) {
	whole := make(map[int]bool) // by the offset of the text that a query begins with
	for _, call := range sums(c) {
		terms := f.flatten(call.Result)
		if f.isFull(c.Assembly.Member) {
			return
		}
		if first := terms[0]; first.Kind == assembly.Text && isStart(first.Text) && !whole[first.Offset] {
			whole[first.Offset] = f.codeQuery(c, first.Offset, sum(terms))
		}
	}
	for _, use := range c.Texts {
		if !whole[use.Offset] && isStart(use.Text) {
			f.codeQuery(c, use.Offset, use.Text)
		}
	}
}

// sums returns the calls that put strings together and whose result is not given
// to another such call.
func sums(c *assembly.Code) []*assembly.Call {
	var list []*assembly.Call
	inner := make(map[*assembly.Value]bool)
	for _, call := range c.Calls {
		if isConcat(call.Member) {
			list = append(list, call)
			for _, arg := range call.Args {
				inner[arg] = true
			}
		}
	}
	return slices.DeleteFunc(list, func(call *assembly.Call) bool { return inner[call.Result] || call.Result == nil })
}

func isConcat(m *clr.Member) bool { return m.Is("System.String", "Concat") }

// flatten returns the values that a text is the sum of, in their order, as far as
// there is room. There is at least one.
func (f *finder) flatten(v *assembly.Value) []*assembly.Value {
	var terms []*assembly.Value
	steps := 0
	for todo := []*assembly.Value{v}; len(todo) > 0; steps++ {
		v, todo = todo[len(todo)-1], todo[:len(todo)-1]
		isSum := v.Kind == assembly.Result && isConcat(v.Member) || v.Kind == assembly.Vector // of which the compiler sums up five and more
		if !isSum || len(v.Args) == 0 || steps > maxTerms {
			terms = append(terms, v)
			continue
		}
		for _, arg := range slices.Backward(v.Args) {
			todo = append(todo, arg)
		}
	}
	f.steps += steps
	return terms
}

// sum puts values together, with holes for those that are not known.
func sum(terms []*assembly.Value) string {
	var b strings.Builder
	for _, v := range terms {
		if b.Len() > fetchxml.MaxText {
			break
		}
		if v.Kind == assembly.Text {
			b.WriteString(v.Text)
		} else {
			b.WriteString(fetchxml.Hole)
		}
	}
	return b.String()
}

// codeQuery reads a query that a method loads at an offset, and reports whether
// the text was whole.
func (f *finder) codeQuery(c *assembly.Code, offset int, text string) bool {
	from, to := start(text), end(text)
	if from < 0 || to < from {
		return false
	}
	text = strings.Clone(text[from:to])
	t := new(fetchxml.Text)
	t.Append(text, 1)
	t = withHoles(t, placeholders(text))
	q := &Query{
		Of:    refOf(c.Assembly),
		Title: `method "` + c.Type() + "." + c.Member() + `" (` + c.Where(offset) + ")",
		Place: Assembly,
		Code:  &Code{Code: c, Offset: offset, text: text},
	}
	_ = f.parse(q, t, c.Assembly.Member) // what is no XML yet may become it when the code runs
	return true
}

func refOf(a *assembly.Assembly) component.Ref {
	if a.Registered != nil {
		return a.Registered.Ref()
	}
	return component.Ref{Type: component.PlugInAssembly, Name: a.Image.Assembly.Name}
}
