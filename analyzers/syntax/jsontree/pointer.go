package jsontree

import (
	"go/token"
	"sort"
	"strconv"
	"strings"
)

var (
	pointerEscape   = strings.NewReplacer("~", "~0", "/", "~1")
	pointerUnescape = strings.NewReplacer("~1", "/", "~0", "~")
)

// Pointer returns the JSON pointer (RFC 6901) of the innermost value at a place;
// a place in a name counts as its value. It returns "" for the root and for
// places outside of it.
func (t *Tree) Pointer(pos token.Pos) string {
	var b strings.Builder
	for n := t.Root; n != nil; {
		i := n.childAt(pos)
		if i < 0 {
			break
		}
		b.WriteByte('/')
		if n.kind == Object {
			b.WriteString(pointerEscape.Replace(n.children[i].Key.Name))
		} else {
			b.WriteString(strconv.Itoa(i))
		}
		n = &n.children[i].Value
	}
	return b.String()
}

// childAt returns the index of the child whose name or value holds pos, or -1.
func (n *Node) childAt(pos token.Pos) int {
	i := sort.Search(len(n.children), func(i int) bool { return n.children[i].Value.end > pos })
	if i == len(n.children) {
		return -1
	}
	first := n.children[i].Value.start
	if n.kind == Object {
		first = n.children[i].Key.start
	}
	if pos < first {
		return -1
	}
	return i
}

// Follow returns the value that a JSON pointer names below n, nil where there is
// none.
func (n *Node) Follow(pointer string) *Node {
	if pointer == "" {
		return n
	}
	if pointer[0] != '/' {
		return nil
	}
	for step := range strings.SplitSeq(pointer[1:], "/") {
		switch n.Kind() {
		case Object:
			n = n.Get(pointerUnescape.Replace(step))
		case Array:
			i, err := strconv.Atoi(step)
			if err != nil {
				return nil
			}
			n = n.Item(i)
		default:
			return nil
		}
	}
	return n
}
