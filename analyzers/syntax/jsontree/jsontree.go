// Package jsontree reads JSON into a tree whose keys and values know their
// places, and goes on reading where the text is broken.
//
// Well-formed text is read with jsontext. Text that jsontext refuses is read
// again by a forgiving reader, which tells every departure from the grammar as a
// [Problem] with its place and keeps what can be understood. Where the text is
// well-formed both give the same tree; a fuzz test holds them to it.
//
// The package knows nothing of what the JSON is about.
package jsontree

import (
	"go/token"
	"slices"
)

// Kind is what a node holds.
type Kind uint8

// The kinds of nodes.
const (
	Absent  Kind = iota // no node at all: the kind of a nil *Node
	Missing             // a place where a value should stand and none that can be read does
	Null
	Boolean
	Number
	String
	Array
	Object
)

var kindNames = [...]string{"absent", "missing", "null", "boolean", "number", "string", "array", "object"}

// String returns the kind's name in the words of JSON.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// A Node is one value. All methods may be called on a nil *Node, which stands
// for a value that is not there. A Node is an analysis.Range.
type Node struct {
	start, end token.Pos
	text       string // value of a string, source text of any other scalar
	children   []Member
	kind       Kind
}

// A Member is one member of an object or, with a zero Key, one item of an array.
type Member struct {
	Key   Key
	Value Node
}

// A Key is the name of an object's member with its place, quotes included. It is
// an analysis.Range.
type Key struct {
	Name       string
	start, end token.Pos
}

// Pos returns the place of the opening quote.
func (k Key) Pos() token.Pos { return k.start }

// End returns the place after the closing quote.
func (k Key) End() token.Pos { return k.end }

// A Tree is what was read of one text.
type Tree struct {
	// Root is nil where the text holds no value at all.
	Root *Node
	// Problems are sorted by place. Text without problems is JSON by RFC 8259
	// with unique names.
	Problems []Problem
	// Unlisted counts the problems left out because there were too many.
	Unlisted int
}

// Limits bound what one text may cost. Zero fields mean the default.
type Limits struct {
	Depth    int // how deep values may be nested; 512
	Nodes    int // how many values are kept; 4 Mi, at 96 bytes each
	Problems int // how many problems are listed; 100
}

func (l Limits) orDefault() Limits {
	if l.Depth <= 0 {
		l.Depth = 512
	}
	if l.Nodes <= 0 {
		l.Nodes = 4 << 20
	}
	if l.Problems <= 0 {
		l.Problems = 100
	}
	return l
}

// Parse reads UTF-8 text without byte order mark. base is the place of its first
// byte, so that the places of nodes are those of a token.File; pass
// token.File.Pos(0). Parse never fails: what is wrong is in the tree's Problems.
func Parse(text []byte, base token.Pos) *Tree { return Limits{}.Parse(text, base) }

// Parse is [Parse] under the limits l.
func (l Limits) Parse(text []byte, base token.Pos) *Tree {
	l = l.orDefault()
	src := string(text)
	b := newBuilder(src, base, l)
	root, ok := readStrict(b, text)
	if !ok {
		b = newBuilder(src, base, l)
		root = readLenient(b)
	}
	return newTree(b, root)
}

func newTree(b *builder, root Node) *Tree {
	tree := &Tree{Problems: b.problems, Unlisted: b.unlisted}
	slices.SortStableFunc(tree.Problems, func(a, b Problem) int { return int(a.start - b.start) })
	if root.kind != Absent {
		tree.Root = &root
	}
	return tree
}

// IsWellFormed reports whether the text follows the grammar of JSON. Repeated
// names are no matter of grammar.
func (t *Tree) IsWellFormed() bool {
	return !slices.ContainsFunc(t.Problems, func(p Problem) bool { return p.Kind != DuplicateKey })
}
