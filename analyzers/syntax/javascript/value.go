package javascript

import (
	"go/token"
	"iter"
	"sort"
)

// Name returns the name that a node has or stands for: that of a variable, of a
// member (x["a"] has one, x[a] has none), of a property, method or field, of a
// function or class, of a label. It is empty where there is none.
func (n Node) Name() string {
	r := n.record()
	if r.data < 0 || n.file == nil {
		return ""
	}
	switch r.kind {
	case Identifier:
		return n.file.names[n.file.symbols[r.data].name]
	case Name, PrivateName, Member, Property, Method, Field, Function, Class, Labeled, Break, Continue, MetaProperty:
		return n.file.names[r.data]
	default:
	}
	return ""
}

// StringValue returns what a String, a TemplateText or a Template without
// expressions stands for.
func (n Node) StringValue() (value string, ok bool) {
	if n.Kind() == Template {
		text := n.Child(0)
		if n.Child(1).IsValid() || text.Kind() != TemplateText {
			return "", false
		}
		n = text
	}
	r := n.record()
	var inside []byte
	switch r.kind {
	case String:
		inside = stringInside(n.file.Source[r.start:r.end])
	case TemplateText:
		inside = n.file.Source[r.start:r.end]
	default:
		return "", false
	}
	if r.flags&isEscaped != 0 {
		return unescape(inside), true
	}
	return string(inside), true
}

// Directive returns the text of a directive as it is written: "use strict". It
// is empty for any other statement.
func (n Node) Directive() string {
	if !n.has(isDirective) || n.Kind() != ExpressionStatement {
		return ""
	}
	literal := n.Child(0).record()
	return string(stringInside(n.file.Source[literal.start:literal.end]))
}

// FunctionKind tells how a function is written.
func (n Node) FunctionKind() FunctionKind {
	if r := n.record(); r.kind == Function {
		return FunctionKind(r.op)
	}
	return NoFunction
}

// IsDeclaration reports whether a function or class is a declaration and so
// names a variable of the scope around it.
func (n Node) IsDeclaration() bool {
	return n.Is(Function, Class) && n.record().op == tok(Declaration)
}

// Parameters returns the targets of a function's parameters.
func (n Node) Parameters() iter.Seq[Node] { return n.parameterList().Children() }

func (n Node) parameterList() Node {
	switch {
	case n.Kind() != Function:
		return Node{}
	case n.has(isNamed):
		return n.Child(1)
	}
	return n.Child(0)
}

// Body returns the body of a function: a Block, or the expression of an arrow
// function.
func (n Node) Body() Node {
	switch {
	case n.Kind() != Function:
		return Node{}
	case n.has(isNamed):
		return n.Child(2)
	}
	return n.Child(1)
}

// Callee returns what a Call or New calls.
func (n Node) Callee() Node {
	if n.Is(Call, New) {
		return n.Child(0)
	}
	return Node{}
}

// Argument returns the i-th argument of a Call or New, from 0; none where there
// are fewer, or where a spread comes before it.
func (n Node) Argument(i int) Node {
	if !n.Is(Call, New) {
		return Node{}
	}
	arg := Node{}
	at := -1
	for c := range n.Children() {
		if at++; at == 0 {
			continue
		}
		if arg = c; c.Kind() == Spread || at == i+1 {
			break
		}
	}
	if at != i+1 || arg.Kind() == Spread {
		return Node{}
	}
	return arg
}

// Arguments returns the arguments of a Call or New, spreads among them.
func (n Node) Arguments() []Node {
	if !n.Is(Call, New) {
		return nil
	}
	var list []Node
	for c := range n.Children() {
		list = append(list, c)
	}
	return list[1:]
}

// Property returns the value of a property of an Object by its name; none where
// it has none of that name. A method gives its Function.
func (n Node) Property(name string) Node {
	if n.Kind() != Object {
		return Node{}
	}
	for p := range n.Children() {
		if p.Kind() == Property && p.Name() == name {
			return p.PropertyValue()
		}
	}
	return Node{}
}

// PropertyValue returns the value of a Property, Method or Field.
func (n Node) PropertyValue() Node {
	if n.IsShorthand() {
		return n.Child(0)
	}
	return n.Child(1)
}

// NameSpan returns the bytes of the name of a member: "b" of a.b, and "["b"]" of
// a["b"]; of any other node it is the span.
func (n Node) NameSpan() Span {
	s := n.Span()
	switch {
	case n.Kind() != Member:
	case n.IsComputed():
		s.Start = n.Child(1).Span().Start
		s.End = n.Child(1).Span().End
	case n.Name() != "" && !n.has(isEscaped):
		s.Start = s.End - int32(len(n.Name())) //nolint:gosec // a name is shorter than the text
	}
	return s
}

// OperatorSpan returns the bytes of the operator between the two operands of a
// Binary, Logical or Assign; none for other nodes.
func (n Node) OperatorSpan() Span {
	op := n.Operator()
	if op == "" || !n.Is(Binary, Logical, Assign) {
		return Span{}
	}
	left := n.Child(0).Span().End
	l := lexer{src: n.file.Source[:n.Child(1).Span().Start], pos: left}
	for l.skip(); l.pos < l.size() && l.src[l.pos] == ')'; l.skip() {
		l.pos++
	}
	end := l.pos + int32(len(op)) //nolint:gosec // a few bytes
	if end > l.size() || string(l.src[l.pos:end]) != op {
		return Span{}
	}
	return Span{l.pos, end}
}

// At returns the position of a byte offset of the text.
func (f *File) At(offset int32) token.Pos { return f.pos(int(offset)) }

// Function returns the innermost function around the node; the Program where
// there is none. A function is not around itself.
func (n Node) Function() Node {
	if n.file == nil {
		return Node{}
	}
	i := n.file.around(n.id)
	for i >= 0 && n.file.records[i].kind != Function {
		i = n.file.around(i)
	}
	return Node{n.file, max(i, 0)}
}

// around returns the innermost Function or Class around a record, -1 where there
// is none.
func (f *File) around(id int32) int32 {
	k := sort.Search(len(f.owners), func(k int) bool { return f.owners[k].from > id }) - 1
	if k < 0 {
		return -1
	}
	return f.owners[k].node
}

// An owner is the innermost Function or Class around the records from a certain
// one on, up to the next owner's; -1 for none.
type owner struct{ from, node int32 }

// listOwners lists the functions and classes of a file by where they begin and end.
func listOwners(records []record) []owner {
	var list []owner
	var open []int32
	for i := range records {
		id := int32(i)
		list, open = closeOwners(records, list, open, id)
		if k := records[i].kind; k == Function || k == Class {
			list = append(list, owner{id + 1, id})
			open = append(open, id)
		}
	}
	return list
}

// closeOwners takes those that end before a record from the open ones.
func closeOwners(records []record, list []owner, open []int32, id int32) (owners []owner, still []int32) {
	for n := len(open); n > 0 && records[open[n-1]].link <= id; n-- {
		end := records[open[n-1]].link
		open = open[:n-1]
		outer := int32(-1)
		if n > 1 {
			outer = open[n-2]
		}
		list = append(list, owner{end, outer})
	}
	return list, open
}
