package javascript

import (
	"go/token"
	"iter"
	"slices"
)

// A Node is a place in the tree of a file. Nodes are small and are compared with
// ==; the zero Node is none, of kind [None], and all its methods may be called.
type Node struct {
	file *File
	id   int32
}

// Root returns the Program.
func (f *File) Root() Node { return Node{f, 0} }

// Nodes returns all nodes in the order of the text, parents first.
func (f *File) Nodes() iter.Seq[Node] { return f.Root().All() }

// All returns the node and all below it in the order of the text.
func (n Node) All() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if n.file == nil {
			return
		}
		for i := n.id; i < n.record().link; i++ {
			if !yield(Node{n.file, i}) {
				return
			}
		}
	}
}

var noRecord record

func (n Node) record() *record {
	if n.file == nil {
		return &noRecord
	}
	return &n.file.records[n.id]
}

// IsValid reports whether there is a node.
func (n Node) IsValid() bool { return n.file != nil }

// File returns the file that the node is in.
func (n Node) File() *File { return n.file }

// Kind returns what the node is.
func (n Node) Kind() Kind { return n.record().kind }

// Is reports whether the node is of one of the kinds.
func (n Node) Is(kinds ...Kind) bool {
	return slices.Contains(kinds, n.Kind())
}

// Span returns the bytes that the node takes. Parentheses around an expression
// are not part of it.
func (n Node) Span() Span {
	r := n.record()
	return Span{r.start, r.end}
}

// Pos returns the position of the node's first byte.
func (n Node) Pos() token.Pos { return n.at(n.record().start) }

// End returns the position after the node's last byte.
func (n Node) End() token.Pos { return n.at(n.record().end) }

func (n Node) at(offset int32) token.Pos {
	if n.file == nil {
		return token.NoPos
	}
	return n.file.pos(int(offset))
}

// Text returns the node as it is written.
func (n Node) Text() string {
	if n.file == nil {
		return ""
	}
	return string(n.file.Source[n.record().start:n.record().end])
}

// Parent returns the node that this is a child of.
func (n Node) Parent() Node {
	if p := n.record().parent; n.file != nil && p >= 0 {
		return Node{n.file, p}
	}
	return Node{}
}

// Children returns the children in order.
func (n Node) Children() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if n.file == nil {
			return
		}
		for i := n.id + 1; i < n.record().link; i = n.file.records[i].link {
			if !yield(Node{n.file, i}) {
				return
			}
		}
	}
}

// Child returns the i-th child, from 0; none where there are fewer.
func (n Node) Child(i int) Node {
	if n.file == nil {
		return Node{}
	}
	c := n.id + 1
	for ; i > 0 && c < n.record().link; i-- {
		c = n.file.records[c].link
	}
	if c >= n.record().link {
		return Node{}
	}
	return Node{n.file, c}
}

// Ancestors returns the nodes around this one, the nearest first. A left-deep
// chain of operators or members can be a million levels deep: a rule that asks
// for the function around a node calls [Node.Function], which does not climb.
func (n Node) Ancestors() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for a := n.Parent(); a.IsValid(); a = a.Parent() {
			if !yield(a) {
				return
			}
		}
	}
}

func (n Node) has(f flags) bool { return n.record().flags&f != 0 }

// IsParenthesised reports whether the expression stands in parentheses.
func (n Node) IsParenthesised() bool { return n.has(isParenthesised) }

// IsBroken reports whether the node was cut short by a syntax error or picked
// from text that could not be read: children may be missing, and what looks
// like a variable may be a property's name.
func (n Node) IsBroken() bool { return n.has(isBroken) }

// IsOptional reports whether a member or call is written with "?.".
func (n Node) IsOptional() bool { return n.has(isOptional) }

// IsComputed reports whether the key of a member, property, method or field is
// written in brackets.
func (n Node) IsComputed() bool { return n.has(isComputed) }

// IsShorthand reports whether a property is written {a}.
func (n Node) IsShorthand() bool { return n.has(isShorthand) }

// IsStatic reports whether a method or field belongs to the class itself.
func (n Node) IsStatic() bool { return n.has(isStatic) }

// IsAsync reports whether a function is async, or a loop is "for await".
func (n Node) IsAsync() bool { return n.has(isAsync) }

// IsGenerator reports whether a function is a generator.
func (n Node) IsGenerator() bool { return n.Kind() == Function && n.has(isGenerator) }

// IsStrict reports whether a function or program is strict code, by its own
// directive or by what is around it.
func (n Node) IsStrict() bool { return n.has(isStrict) }

// IsTarget reports whether a variable or member is assigned to here.
func (n Node) IsTarget() bool { return n.has(isWritten) }

// Operator returns the operator as it is written: "+", "===", "typeof", "+=". For
// Variables it is the word: "var", "let", "const", "using".
func (n Node) Operator() string {
	switch r := n.record(); r.kind {
	case Unary, Update, Binary, Logical, Assign:
		return r.op.text()
	case Variables:
		if r.data >= 0 {
			return n.file.names[r.data]
		}
		return r.op.text()
	default:
	}
	return ""
}
