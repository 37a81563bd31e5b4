package javascript

import "strings"

// Presence tells whether a file defines something for others.
type Presence uint8

// The answers of [File.Lookup].
const (
	Absent  Presence = iota // the file does not define it
	Unclear                 // it may: something on the way cannot be told
	Present
)

// Lookup finds what the file defines for other scripts under a path from the
// global object: "Contoso.Account.onLoad". It sees functions, variables and
// classes at the top, properties of objects and classes, what is assigned to
// them anywhere, namespaces that a function fills or returns, and what bundles
// export to a global. The node is a Function or Class where that is what is
// defined, else the value; it is none where the answer is not Present, and where
// the value cannot be told.
func (f *File) Lookup(path string) (Node, Presence) {
	l := &lookup{file: f, places: f.places, seen: make(map[[2]int32]bool)}
	at := ownWindow
	names, ok := l.split(path)
	if f.IsModule || !ok && len(names) == 0 {
		return Node{}, l.absent()
	}
	if first := f.places.find(at, names[0]); first == noPlace || !l.isDefined(first) {
		return Node{}, l.absent()
	}
	v, presence := l.in(subject{place: ownWindow}, names)
	if !ok && presence == Absent {
		return Node{}, l.absent()
	}
	if !ok {
		presence = min(presence, Unclear)
	}
	if presence != Present {
		return Node{}, presence
	}
	return v, presence
}

// A lookup is one search. Values may go in circles, so it counts its steps.
type lookup struct {
	file   *File
	places *places
	steps  int
	seen   map[[2]int32]bool // places, with how many names were to be found there
}

const maxSteps = 400

// A subject is an object that a name is looked up in: a place, or the value of
// an expression.
type subject struct {
	place int32 // noPlace for an expression
	node  Node
}

// absent is the answer where nothing of that name was seen: a broken file may
// hold it where it could not be read.
func (l *lookup) absent() Presence {
	if !l.file.IsComplete() {
		return Unclear
	}
	return Absent
}

// split turns a path into the names that the file knows of; ok is false where
// there are others, which it cannot define unless by a computed name.
func (l *lookup) split(path string) (names []int32, ok bool) {
	for part := range strings.SplitSeq(path, ".") {
		id, known := l.file.index[part]
		if !known {
			return append(names, -1), false
		}
		names = append(names, id)
	}
	return names, true
}

// isDefined reports whether a global is declared here, or given anything.
func (l *lookup) isDefined(at int32) bool {
	p := &l.places.list[at]
	return p.flags&isDeclared != 0 || p.defs >= 0 || p.flags&isUnknown != 0
}

// in looks names up in an object.
func (l *lookup) in(s subject, names []int32) (Node, Presence) {
	if l.steps++; l.steps > maxSteps {
		return Node{}, Unclear
	}
	if len(names) == 0 {
		return l.value(s)
	}
	if s.place > noPlace {
		return l.inPlace(s.place, names)
	}
	return l.inNode(s.node, names)
}

// value returns what is defined once the last name is found.
func (l *lookup) value(s subject) (Node, Presence) {
	if s.place == noPlace {
		return l.meaning(s.node), Present
	}
	defs, _ := l.places.values(s.place, maxSteps)
	for _, v := range defs {
		if v = l.meaning(v); v.Is(Function, Class) {
			return v, Present
		}
	}
	if len(defs) == 1 {
		return l.meaning(defs[0]), Present
	}
	return Node{}, Present
}

// meaning follows names to the one value that they have.
func (l *lookup) meaning(n Node) Node {
	for range maxDepth {
		switch {
		case n.Kind() == Identifier && n.record().data >= 0:
			s := n.Symbol()
			v := Node{}
			if s.symbol().place != noPlace {
				if only := l.places.only(s.symbol().place); only >= 0 {
					v = Node{l.file, only}
				}
			}
			if !v.IsValid() {
				return n
			}
			n = v
		case n.Kind() == Assign:
			n = n.Child(1)
		default:
			return n
		}
	}
	return n
}

func (l *lookup) inPlace(at int32, names []int32) (Node, Presence) {
	best := l.absent()
	key := [2]int32{at, int32(len(names))} //nolint:gosec // as many as a path has
	if l.seen[key] {
		return Node{}, best
	}
	l.seen[key] = true
	if child := l.childOf(at, names[0]); child != noPlace && (len(names) > 1 || l.isDefined(child)) {
		v, presence := l.in(subject{place: child}, names[1:])
		if presence == Present {
			return v, Present
		}
		best = max(best, presence)
	}
	if at == ownWindow {
		return Node{}, best
	}
	if l.places.list[at].flags&(isUnknown|isArgument) != 0 {
		best = Unclear
	}
	values, all := l.places.values(at, maxSteps)
	if !all {
		best = Unclear
	}
	for _, v := range values {
		v, presence := l.in(subject{node: v}, names)
		if presence == Present {
			return v, Present
		}
		best = max(best, presence)
	}
	return Node{}, best
}

func (l *lookup) childOf(at, name int32) int32 {
	if name < 0 {
		return noPlace
	}
	return l.places.children[uint64(at)<<32|uint64(name)] //nolint:gosec // neither is negative
}

// inNode looks names up in the value of an expression.
func (l *lookup) inNode(n Node, names []int32) (Node, Presence) {
	switch n.Kind() {
	case Object:
		return l.inObject(n, names)
	case Class:
		return l.inClass(n, names)
	case Function:
		if at, ok := l.places.owners[n.id]; ok && names[0] == namePrototype {
			return l.in(subject{place: at}, names[1:])
		}
		return Node{}, l.absent()
	case Identifier, This, Member:
		return l.inName(n, names)
	case Logical, Conditional, Sequence:
		return l.inAny(n, names)
	case Assign:
		return l.in(subject{node: n.Child(1)}, names)
	case Call, New:
		return l.inCall(n, names)
	case Null, Boolean, Number, String, Array:
		return Node{}, l.absent()
	default:
	}
	return Node{}, Unclear
}

func (l *lookup) inName(n Node, names []int32) (Node, Presence) {
	at := l.places.of[n.id]
	if n.Kind() == Identifier && n.record().data >= 0 && n.Symbol().symbol().place != noPlace {
		at = n.Symbol().symbol().place
	}
	switch {
	case at <= ownWindow:
		return Node{}, Unclear
	case l.places.list[at].flags&isGlobal != 0 && !l.isDefined(at):
		return Node{}, Unclear // another script's object
	}
	return l.in(subject{place: at}, names)
}

func (l *lookup) inAny(n Node, names []int32) (Node, Presence) {
	best := l.absent()
	for c := range n.Children() {
		if n.Kind() == Conditional && c == n.Child(0) || n.Kind() == Sequence && c.record().link != n.record().link {
			continue
		}
		v, presence := l.in(subject{node: c}, names)
		if presence == Present {
			return v, Present
		}
		best = max(best, presence)
	}
	return Node{}, best
}

func (l *lookup) inObject(n Node, names []int32) (Node, Presence) {
	best := l.absent()
	for c := range n.Children() {
		switch {
		case c.Kind() == Spread:
			v, presence := l.in(subject{node: c.Child(0)}, names)
			if presence == Present {
				return v, presence
			}
			best = max(best, presence)
		case c.record().data < 0:
			best = Unclear
		case c.record().data == names[0]:
			return l.in(subject{node: c.PropertyValue()}, names[1:])
		}
	}
	return Node{}, best
}

func (l *lookup) inClass(n Node, names []int32) (Node, Presence) {
	body := n.Child(0)
	for c := range n.Children() {
		body = c
	}
	best := l.absent()
	if n.has(isDerived) {
		best = Unclear
	}
	for c := range body.Children() {
		if c.Is(Method, Field) && c.IsStatic() && c.record().data == names[0] {
			return l.in(subject{node: c.PropertyValue()}, names[1:])
		}
	}
	return Node{}, best
}

// inCall looks into what a function returns that is called where it stands, what
// a constructor gives to "this", and what Object.assign and its like return.
func (l *lookup) inCall(n Node, names []int32) (Node, Presence) {
	callee := n.Callee()
	if callee.Kind() == Member && (callee.Name() == "call" || callee.Name() == "apply") {
		callee = callee.Child(0)
	}
	if f := l.meaning(callee); f.Kind() == Function {
		v, presence := l.inResults(f, n.Kind() == New, names)
		if at := l.places.of[callee.id]; presence != Present && n.Kind() == New && at > noPlace {
			if proto := l.childOf(at, namePrototype); proto != noPlace {
				return l.in(subject{place: proto}, names)
			}
		}
		return v, presence
	}
	if f := l.meaning(callee); f.Kind() == Class {
		return l.inInstance(f, names)
	}
	best := Unclear
	if path := callee.Path().String(); path == "Object.assign" || path == "Object.freeze" || path == "Object.seal" {
		best = l.absent()
		for _, arg := range n.Arguments() {
			v, presence := l.in(subject{node: arg}, names)
			if presence == Present {
				return v, Present
			}
			best = max(best, presence)
		}
	}
	return Node{}, best
}

func (l *lookup) inResults(f Node, isNew bool, names []int32) (Node, Presence) {
	best := l.absent()
	if at, ok := l.places.owners[f.id]; ok && isNew {
		v, presence := l.in(subject{place: at}, names)
		if presence == Present {
			return v, Present
		}
		best = max(best, presence)
	}
	for _, r := range l.places.results(f.id) {
		v, presence := l.in(subject{node: Node{l.file, r}}, names)
		if presence == Present {
			return v, Present
		}
		best = max(best, presence)
	}
	return Node{}, best
}

// inInstance looks for a method of an object that a class makes.
func (l *lookup) inInstance(class Node, names []int32) (Node, Presence) {
	var body Node
	for c := range class.Children() {
		body = c
	}
	for c := range body.Children() {
		if c.Is(Method, Field) && !c.IsStatic() && c.record().data == names[0] {
			return l.in(subject{node: c.PropertyValue()}, names[1:])
		}
	}
	if at, ok := l.places.owners[class.id]; ok {
		if v, presence := l.in(subject{place: at}, names); presence == Present {
			return v, presence
		}
	}
	if class.has(isDerived) {
		return Node{}, Unclear
	}
	return Node{}, l.absent()
}
