package jsontree

import "go/token"

// ParseLenient is Parse without the strict reader.
func ParseLenient(text []byte, base token.Pos) *Tree {
	b := newBuilder(string(text), base, Limits{Problems: 1 << 20}.orDefault())
	root := readLenient(b)
	return newTree(b, root)
}
