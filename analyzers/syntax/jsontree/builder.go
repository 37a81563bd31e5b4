package jsontree

import (
	"go/token"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A builder puts nodes together for both readers. Children gather on one stack
// and move to memory of their own when their container closes, so that a tree
// costs few allocations and its nodes never move once a pointer to them is out.
type builder struct {
	src      string
	base     token.Pos
	limits   Limits
	stack    []Member
	slab     []Member
	nodes    int
	problems []Problem
	unlisted int
}

func newBuilder(src string, base token.Pos, limits Limits) *builder {
	return &builder{src: src, base: base, limits: limits}
}

// slabSize is how many members are allocated together: 96 KiB.
const slabSize = 1 << 10

// alloc returns room for n members.
func (b *builder) alloc(n int) []Member {
	if n > slabSize/8 {
		return make([]Member, n)
	}
	if n > len(b.slab) {
		// A value and the comma after it are seldom shorter than 16 bytes.
		b.slab = make([]Member, min(slabSize, n+len(b.src)/16))
	}
	room := b.slab[:n:n]
	b.slab = b.slab[n:]
	return room
}

func (b *builder) scalar(kind Kind, text string, start, end int) Node {
	return Node{kind: kind, text: text, start: b.pos(start), end: b.pos(end)}
}

// container makes a node of the children that were pushed since mark.
func (b *builder) container(kind Kind, mark, start, end int) Node {
	children := b.alloc(len(b.stack) - mark)
	copy(children, b.stack[mark:])
	b.stack = b.stack[:mark]
	if kind == Object {
		b.findDuplicates(children)
	}
	return Node{kind: kind, children: children, start: b.pos(start), end: b.pos(end)}
}

func (b *builder) push(m Member) {
	b.stack = append(b.stack, m)
	b.nodes++
}

// isFull reports whether no more nodes may be kept.
func (b *builder) isFull() bool { return b.nodes >= b.limits.Nodes }

func (b *builder) key(name string, start, end int) Key {
	return Key{Name: name, start: b.pos(start), end: b.pos(end)}
}

func (b *builder) pos(offset int) token.Pos { return b.base + token.Pos(offset) }

func (b *builder) problem(kind ProblemKind, start, end int, text string) {
	if len(b.problems) >= b.limits.Problems {
		b.unlisted++
		return
	}
	b.problems = append(b.problems, Problem{Kind: kind, Text: cut(text), start: b.pos(start), end: b.pos(end)})
}

// findDuplicates lists the members whose names stand earlier in the object.
func (b *builder) findDuplicates(members []Member) {
	const few = 12 // below it, comparing all pairs beats hashing
	if len(members) > few {
		b.findDuplicatesByMap(members)
		return
	}
	for i := range members {
		for j := range members[:i] {
			if members[i].Key.Name == members[j].Key.Name {
				b.duplicate(members[i].Key)
				break
			}
		}
	}
}

func (b *builder) findDuplicatesByMap(members []Member) {
	seen := make(map[string]struct{}, len(members))
	for i := range members {
		name := members[i].Key.Name
		if _, ok := seen[name]; ok {
			b.duplicate(members[i].Key)
		}
		seen[name] = struct{}{}
	}
}

func (b *builder) duplicate(k Key) {
	b.problem(DuplicateKey, int(k.start-b.base), int(k.end-b.base), k.Name)
}

// cut shortens text for a message.
func cut(text string) string {
	const most = 40
	if len(text) <= most {
		return text
	}
	end := most
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

func quoteInto(words, text string) string {
	return strings.Replace(words, "%s", strconv.Quote(text), 1)
}
