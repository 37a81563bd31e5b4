package jsontree

import (
	"go/token"
	"iter"
	"strconv"
)

// Kind returns what n holds, Absent for nil.
func (n *Node) Kind() Kind {
	if n == nil {
		return Absent
	}
	return n.kind
}

// Pos returns the place of n's first byte, token.NoPos for nil.
func (n *Node) Pos() token.Pos {
	if n == nil {
		return token.NoPos
	}
	return n.start
}

// End returns the place after n's last byte, token.NoPos for nil.
func (n *Node) End() token.Pos {
	if n == nil {
		return token.NoPos
	}
	return n.end
}

// Is reports whether n is of that kind.
func (n *Node) Is(kind Kind) bool { return n.Kind() == kind }

// Len returns the number of an array's items or of an object's members, repeated
// names counted.
func (n *Node) Len() int {
	if n == nil {
		return 0
	}
	return len(n.children)
}

// Get returns the value of an object's member, nil where there is none. Of
// members with one name it returns the last, as the platform's reader does.
func (n *Node) Get(name string) *Node {
	m := n.Member(name)
	if m == nil {
		return nil
	}
	return &m.Value
}

// Member returns the member that [Node.Get] takes the value of.
func (n *Node) Member(name string) *Member {
	if n == nil || n.kind != Object {
		return nil
	}
	for i := len(n.children) - 1; i >= 0; i-- {
		if n.children[i].Key.Name == name {
			return &n.children[i]
		}
	}
	return nil
}

// At follows names from object to object. It returns nil where the path ends
// early; n itself for no names.
func (n *Node) At(names ...string) *Node {
	for _, name := range names {
		n = n.Get(name)
	}
	return n
}

// Item returns an array's item, nil where there is none.
func (n *Node) Item(i int) *Node {
	if n == nil || n.kind != Array || i < 0 || i >= len(n.children) {
		return nil
	}
	return &n.children[i].Value
}

// Members yields an object's members in the order of the text, repeated names
// too. It yields nothing for a node of another kind.
func (n *Node) Members() iter.Seq2[Key, *Node] {
	return func(yield func(Key, *Node) bool) {
		if n == nil || n.kind != Object {
			return
		}
		for i := range n.children {
			if !yield(n.children[i].Key, &n.children[i].Value) {
				return
			}
		}
	}
}

// Items yields an array's items with their indexes. It yields nothing for a node
// of another kind.
func (n *Node) Items() iter.Seq2[int, *Node] {
	return func(yield func(int, *Node) bool) {
		if n == nil || n.kind != Array {
			return
		}
		for i := range n.children {
			if !yield(i, &n.children[i].Value) {
				return
			}
		}
	}
}

// Text returns the value of a string.
func (n *Node) Text() (text string, ok bool) {
	if n == nil || n.kind != String {
		return "", false
	}
	return n.text, true
}

// Literal returns the source text of a number, boolean or null, and the value of
// a string; it is for messages.
func (n *Node) Literal() string {
	if n == nil {
		return ""
	}
	return n.text
}

// Float returns the value of a number. A number too large for a float64 is
// infinite.
func (n *Node) Float() (value float64, ok bool) {
	if n == nil || n.kind != Number {
		return 0, false
	}
	value, err := strconv.ParseFloat(n.text, 64)
	return value, err == nil || value != 0
}

// Int returns the value of a number that is a whole one and fits.
func (n *Node) Int() (value int, ok bool) {
	if n == nil || n.kind != Number {
		return 0, false
	}
	value, err := strconv.Atoi(n.text)
	return value, err == nil
}

// Bool returns the value of a boolean.
func (n *Node) Bool() (value, ok bool) {
	if n == nil || n.kind != Boolean {
		return false, false
	}
	return n.text == "true", true
}

// IsTrue reports whether n is the value true.
func (n *Node) IsTrue() bool {
	v, _ := n.Bool()
	return v
}

// Texts returns the strings of an array, items of other kinds left out, or nil.
func (n *Node) Texts() []string {
	var list []string
	for _, item := range n.Items() {
		if s, ok := item.Text(); ok {
			list = append(list, s)
		}
	}
	return list
}
