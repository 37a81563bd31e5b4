package javascript

import "slices"

// evaluate finds the places of all nodes that may have one, and lists the nodes
// of each place.
func (p *places) evaluate() {
	for i := range p.file.symbols {
		if s := &p.file.symbols[i]; s.kind == Undeclared || p.file.sharesTop && s.scope == 0 {
			p.resolve(p.ofSymbol(int32(i)))
		}
	}
	for i := range p.records {
		switch r := &p.records[i]; r.kind {
		case Member, Call, New, Identifier, This:
			p.place(int32(i))
		case Property:
			if r.parent >= 0 && p.records[r.parent].kind == ObjectPattern {
				p.place(int32(i))
			}
		default:
		}
	}
	p.arrange()
}

// arrange sorts the nodes by their places. Nodes that only stand for a place under
// another name are left out.
func (p *places) arrange() {
	p.first = make([]int32, len(p.list)+2)
	for i := range p.of {
		if p.isUse(i) {
			p.first[p.of[i]+2]++
		}
	}
	for k := 2; k < len(p.first); k++ {
		p.first[k] += p.first[k-1]
	}
	p.nodes = make([]int32, p.first[len(p.list)+1])
	for i := range p.of {
		if p.isUse(i) {
			to := &p.first[p.of[i]+1]
			p.nodes[*to] = int32(i)
			*to++
		}
	}
}

func (p *places) isUse(i int) bool {
	at := p.of[i]
	if at <= noPlace || p.list[at].flags&isGlobal == 0 {
		return false
	}
	switch r := &p.records[i]; r.kind {
	case Member, Property:
		return p.list[at].name == r.data
	case Identifier:
		return r.data >= 0 && p.list[at].name == p.file.symbols[r.data].name && p.list[at].parent == ownWindow
	case Call:
		return p.list[at].name == nameCall && !p.handsOn[int32(i)] //nolint:gosec // bounded by MaxSize
	case New:
		return p.list[at].name == nameConstruct
	default:
	}
	return false
}

// place returns what an expression comes to, none where that cannot be told.
func (p *places) place(i int32) int32 {
	var room [16]int32
	chain := room[:0]
	for p.of[i] == noPlace && isLink(&p.records[i]) && p.records[i].link > i+1 {
		chain = append(chain, i)
		i++
	}
	at := p.of[i]
	if at == noPlace {
		at = p.base(i)
	}
	for _, link := range slices.Backward(chain) {
		at = p.extend(at, link)
		p.of[link] = at
	}
	return at
}

// isLink reports whether the place of a node is one of its first child's.
func isLink(r *record) bool { return r.kind == Member || r.kind == Call || r.kind == New }

// base is place for the beginning of a chain.
func (p *places) base(i int32) int32 {
	if p.depth > maxDepth {
		return none
	}
	p.depth++
	at := p.beginning(i)
	p.depth--
	if at == noPlace {
		at = none
	}
	p.of[i] = at
	return at
}

func (p *places) beginning(i int32) int32 {
	switch r := &p.records[i]; r.kind {
	case Identifier:
		if r.data >= 0 {
			return p.resolve(p.ofSymbol(r.data))
		}
	case This:
		return p.this(i)
	case Logical:
		left, right := i+1, p.records[i+1].link
		if at := p.place(left); r.op != tAndAnd && at != none {
			return at
		}
		return p.place(right)
	case Assign:
		if r.op == tAssign {
			return p.place(p.lastChild(i))
		}
	case Conditional:
		then := p.records[i+1].link
		if at := p.place(then); at != none {
			return at
		}
		return p.place(p.records[then].link)
	case Sequence:
		return p.place(p.lastChild(i))
	case Property:
		if p.records[r.parent].kind == ObjectPattern {
			return p.step(p.pattern(r.parent), r.data)
		}
	default:
	}
	return none
}

func (p *places) lastChild(i int32) int32 {
	last := i
	for c := i + 1; c < p.records[i].link; c = p.records[c].link {
		last = c
	}
	return last
}

// pattern returns the place that a pattern takes apart.
func (p *places) pattern(i int32) int32 {
	for {
		parent := p.records[i].parent
		switch r := &p.records[parent]; r.kind {
		case Declarator, Assign:
			if p.lastChild(parent) == i {
				return none
			}
			return p.place(p.lastChild(parent))
		case Property:
			return p.place(parent)
		case DefaultPattern:
			i = parent
		case Parameters:
			if arg, ok := p.argument[i]; ok && arg >= 0 {
				return p.place(arg)
			}
			return none
		default:
			return none
		}
	}
}

// step returns what the property of a place stands for.
func (p *places) step(at, name int32) int32 {
	if at <= noPlace || name < 0 {
		return none
	}
	if p.list[at].flags&isGlobal == 0 {
		if c := p.find(at, name); c != noPlace {
			return p.resolve(c)
		}
		return none
	}
	return p.resolve(p.child(at, name))
}

// extend returns the place of a Member, Call or New by that of its first child.
func (p *places) extend(at, i int32) int32 {
	r := &p.records[i]
	switch r.kind {
	case Member:
		return p.step(at, r.data)
	case New:
		return p.step(p.globalOnly(at), nameConstruct)
	default:
	}
	callee := &p.records[i+1]
	if callee.kind == Member {
		switch callee.data {
		case nameGetFormContext:
			return p.child(ownWindow, nameFormContext)
		case nameCallMethod, nameApply:
			at = p.called(at)
		case nameBind:
			return p.called(at)
		}
	}
	if callee.kind == Function {
		return p.handedOn(i, p.returned(i+1))
	}
	if at <= noPlace {
		return none
	}
	if v := p.only(at); v >= 0 && p.records[v].kind == Function {
		if to := p.returned(v); to != none {
			return p.handedOn(i, to)
		}
	}
	return p.step(p.globalOnly(at), nameCall)
}

// handedOn notes that a call gives what the file's own function returns: where that
// is what another call gave, the other one is the use.
func (p *places) handedOn(call, at int32) int32 {
	if at > noPlace {
		p.handsOn[call] = true
	}
	return at
}

func (p *places) globalOnly(at int32) int32 {
	if at > noPlace && p.list[at].flags&isGlobal != 0 {
		return at
	}
	return none
}

// called returns the function that call, apply or bind is a property of.
func (p *places) called(at int32) int32 {
	if at <= noPlace || p.list[at].parent <= ownWindow {
		return none
	}
	return p.list[at].parent
}

// returned returns the place that a function returns, none where it returns
// several or something else.
func (p *places) returned(f int32) int32 {
	if at, ok := p.returns[f]; ok {
		return at
	}
	if p.depth > maxDepth {
		return none
	}
	p.returns[f] = none
	if p.records[f].flags&(isAsync|isGenerator) != 0 {
		return none
	}
	at := none
	for k, v := range p.results(f) {
		to := none
		if isLink(&p.records[v]) || p.records[v].kind == Identifier || p.records[v].kind == Logical || p.records[v].kind == This {
			p.depth++
			to = p.place(v)
			p.depth--
		}
		if k > 0 && to != at {
			at = none
			break
		}
		at = to
	}
	p.returns[f] = at
	return at
}

// results returns the values that a function returns, in the order of the text.
func (p *places) results(f int32) []int32 {
	body := p.lastChild(f)
	if p.records[body].kind != Block {
		return []int32{body}
	}
	var list []int32
	for i := body + 1; i < p.records[body].link; {
		switch r := &p.records[i]; r.kind {
		case Function, Class:
			i = r.link
			continue
		case Return:
			if r.link > i+1 {
				list = append(list, i+1)
			}
		default:
		}
		i++
	}
	return list
}
