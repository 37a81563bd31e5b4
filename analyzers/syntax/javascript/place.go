package javascript

import "slices"

// A place is where values are kept: a global, a local variable, or a property
// of a place, named by member paths without regard to who holds the object. A
// place that is only ever given what another holds stands for that one.
type place struct {
	parent int32 // noPlace for a local variable and for "this"
	name   int32
	defs   int32 // its last definition, -1 for none
	alias  int32 // what it stands for, itself included, once resolved
	state  placeState
	flags  placeFlags
}

type placeState uint8

const (
	unresolved placeState = iota
	resolving
	resolved
)

type placeFlags uint8

const (
	isGlobal   placeFlags = 1 << iota // reached from a global
	isWindow                          // a window: the page's own, parent, top, opener
	isUnknown                         // given something that cannot be told
	isArgument                        // a parameter of a function that anybody may call
	isDefined                         // a global that this file defines
	isDeclared                        // a global that this file declares
)

// The first places.
const (
	noPlace   = int32(0)
	ownWindow = int32(1) // the page's global object
)

// A definition gives a place a value.
type definition struct {
	value int32 // a record
	next  int32 // the definition before it, -1 for none
}

// places finds what the expressions of a file come to.
type places struct {
	file     *File
	records  []record
	list     []place
	defs     []definition
	children map[uint64]int32 // place and name to the place of the property
	of       []int32          // record to place; noPlace if not known yet, none if there is none
	owners   map[int32]int32  // function, class or object to the place of "this" in it
	returns  map[int32]int32  // function to the place that it returns, none for none
	argument map[int32]int32  // pattern that is a parameter to its one argument
	handsOn  map[int32]bool   // calls of functions of the file whose place is what those return
	windows  []int32
	depth    int

	first []int32 // where the nodes of a place begin in nodes; the next one's end it
	nodes []int32
}

const none int32 = -1 // the place of what has none

const (
	maxDepth   = 48 // of values that stand for values
	maxWindows = 64 // parent, parent.parent, …
)

func newPlaces(f *File) *places {
	p := &places{
		file: f, records: f.records, children: make(map[uint64]int32), of: make([]int32, len(f.records)),
		owners: make(map[int32]int32), returns: make(map[int32]int32), argument: make(map[int32]int32),
		handsOn: make(map[int32]bool),
	}
	p.list = make([]place, 2, len(f.symbols)+64)
	p.list[ownWindow] = place{name: nameWindow, defs: -1, alias: ownWindow, state: resolved, flags: isGlobal | isWindow}
	p.windows = []int32{ownWindow}
	return p
}

func (p *places) add(parent, name int32, f placeFlags) int32 {
	id := int32(len(p.list)) //nolint:gosec // a few for each record at most
	p.list = append(p.list, place{parent: parent, name: name, defs: -1, flags: f})
	return id
}

// find returns the property of a place, noPlace where none is known.
func (p *places) find(parent, name int32) int32 {
	if w := p.window(parent, name); w != noPlace {
		return w
	}
	return p.children[uint64(parent)<<32|uint64(name)] //nolint:gosec // neither is negative
}

// window returns the window that a property is where it leads to one that is
// there already: window.self, window.frameElement.contentWindow.
func (p *places) window(parent, name int32) int32 {
	of := p.list[parent]
	isWindowAt := of.flags&isWindow != 0
	switch name {
	case nameWindow, nameSelf, nameGlobalThis, nameFrames:
		if isWindowAt {
			return parent
		}
	case nameTop:
		if isWindowAt && parent != ownWindow {
			return p.child(ownWindow, nameTop)
		}
	case nameContentWindow:
		if of.name == nameFrameElement && p.list[of.parent].flags&isWindow != 0 {
			return of.parent
		}
	case nameDefaultView, nameParentWindow:
		if of.name == nameDocument && p.list[of.parent].flags&isWindow != 0 {
			return of.parent
		}
	}
	return noPlace
}

// child is find that makes the place.
func (p *places) child(parent, name int32) int32 {
	if c := p.find(parent, name); c != noPlace {
		return c
	}
	f := p.list[parent].flags & isGlobal
	isFrame := len(p.windows) < maxWindows && p.list[parent].flags&isWindow != 0 && (name == nameParent || name == nameTop || name == nameOpener)
	if isFrame {
		f |= isWindow
	}
	id := p.add(parent, name, f)
	p.children[uint64(parent)<<32|uint64(name)] = id //nolint:gosec // neither is negative
	if isFrame {
		p.windows = append(p.windows, id)
	}
	return id
}

// ofSymbol returns the place of a variable.
func (p *places) ofSymbol(id int32) int32 {
	s := &p.file.symbols[id]
	if s.place != noPlace {
		return s.place
	}
	switch shared := p.file.sharesTop && s.scope == 0 && s.decl >= 0; {
	case s.kind == ArgumentsObject:
		s.place = p.add(noPlace, s.name, isUnknown)
	case s.kind == Undeclared && s.decl < 0:
		s.place = p.child(ownWindow, s.name)
	case shared:
		s.place = p.child(ownWindow, s.name)
		p.list[s.place].flags |= isDeclared
	default:
		s.place = p.add(noPlace, s.name, 0)
	}
	return s.place
}

func (p *places) define(at, value int32) {
	if at == ownWindow {
		return
	}
	p.defs = append(p.defs, definition{value, p.list[at].defs})
	p.list[at].defs = int32(len(p.defs)) - 1 //nolint:gosec // fewer than records
}

// values returns what a place is given last, in the order of the text; all is
// false where there is more.
func (p *places) values(at int32, most int) (list []Node, all bool) {
	d := p.list[at].defs
	for ; d >= 0 && len(list) < most; d = p.defs[d].next {
		list = append(list, Node{p.file, p.defs[d].value})
	}
	slices.Reverse(list)
	return list, d < 0
}

// isClosed reports whether a place holds nothing but its values.
func (p *places) isClosed(at int32) bool { return p.list[at].flags&(isUnknown|isArgument) == 0 }

// only returns the record of the one value that a place has, -1 where it has
// none or several.
func (p *places) only(at int32) int32 {
	d := p.list[at].defs
	if d < 0 || p.defs[d].next >= 0 {
		return -1
	}
	return p.defs[d].value
}

// resolve returns what a place stands for.
func (p *places) resolve(at int32) int32 {
	if at <= noPlace {
		return at
	}
	switch p.list[at].state {
	case resolved:
		return p.list[at].alias
	case resolving:
		return at
	default:
	}
	if p.depth > maxDepth {
		return at
	}
	p.list[at].state = resolving
	p.depth++
	target := p.target(at)
	p.depth--
	p.list[at].state, p.list[at].alias = resolved, target
	return target
}

// target finds what a place stands for by what it is given.
func (p *places) target(at int32) int32 {
	target, ambiguous, defines := p.given(at)
	if !ambiguous && target != noPlace && p.mayStandFor(at, target) {
		return target
	}
	if defines && p.list[at].parent == ownWindow {
		p.list[at].flags |= isDefined
	}
	if p.list[at].name == nameFormContext && p.list[at].flags&isArgument != 0 && !ambiguous {
		return p.child(ownWindow, nameFormContext)
	}
	return at
}

// given returns the one place that all values of a place come to. It is ambiguous
// where they come to several or to none; defines reports whether they define
// something of the file's own.
func (p *places) given(at int32) (target int32, ambiguous, defines bool) {
	defines = p.list[at].flags&isUnknown != 0
	ambiguous = defines
	for d := p.list[at].defs; d >= 0; d = p.defs[d].next {
		v := p.defs[d].value
		if p.isEmpty(v) {
			continue
		}
		to := p.place(v)
		switch {
		case to == at:
			continue
		case to == none, target != noPlace && to != target:
			ambiguous = true
		default:
			target = to
		}
		k := p.records[v].kind
		defines = defines || p.list[at].flags&isDeclared != 0 || k == Function || k == Class
	}
	return target, ambiguous, defines
}

// mayStandFor reports whether a place that is given another may stand for it. An
// object of the page's own stays what it is: parent.location = parent.location.href
// leads elsewhere, and changes no name.
func (p *places) mayStandFor(at, target int32) bool {
	for a := target; a > noPlace; a = p.list[a].parent {
		if a == at {
			return false
		}
	}
	return !p.isOfPage(at) || p.list[at].name == p.list[target].name
}

// ofPages are globals that every page has, or that the platform or jQuery adds.
var ofPages = map[string]bool{
	"$": true, "Xrm": true, "alert": true, "confirm": true, "console": true, "document": true, "eval": true, "event": true, "history": true,
	"jQuery": true, "localStorage": true, "location": true, "name": true, "navigator": true, "open": true, "opener": true, "parent": true,
	"screen": true, "sessionStorage": true, "status": true, "top": true,
}

// isOfPage reports whether a place belongs to the page and not to the file.
func (p *places) isOfPage(at int32) bool {
	if p.list[at].flags&isGlobal == 0 {
		return false
	}
	for p.list[at].parent > noPlace && p.list[p.list[at].parent].flags&isWindow == 0 {
		at = p.list[at].parent
	}
	return p.list[at].parent != ownWindow || p.list[at].flags&isDeclared == 0 && ofPages[p.file.names[p.list[at].name]]
}

// isEmpty reports whether a value holds nothing to be reached: null, undefined,
// {}, a number. A variable that has it first and something else later stands for
// the latter wherever it is used well.
func (p *places) isEmpty(i int32) bool {
	switch r := &p.records[i]; r.kind {
	case Null, Boolean, Number, String, Hole:
		return true
	case Object, Array:
		return r.link == i+1
	case Unary:
		return r.op == tVoid
	case Identifier:
		return r.data >= 0 && p.file.symbols[r.data].name == nameUndefined
	default:
	}
	return false
}
