package javascript

// this returns the place of "this" where it is written.
func (p *places) this(i int32) int32 {
	owner := p.file.around(i)
	for owner >= 0 && p.records[owner].kind == Function && p.records[owner].op == tok(Arrow) {
		owner = p.file.around(owner)
	}
	if owner < 0 {
		if p.file.sharesTop {
			return ownWindow
		}
		return none
	}
	if at := p.methodOf(owner); at != none {
		return at
	}
	return p.thisOf(p.holder(owner))
}

// methodOf returns the place of the object that a function is assigned to a
// property of: X in X.name = function () {}.
func (p *places) methodOf(f int32) int32 {
	r := &p.records[f]
	if r.kind != Function || r.parent < 0 || p.records[r.parent].kind != Assign {
		return none
	}
	target := r.parent + 1
	if p.records[target].kind != Member || p.records[target+1].kind == Member && p.records[target+1].data == namePrototype {
		return none
	}
	at := p.place(target + 1)
	if at > noPlace && p.list[at].flags&(isGlobal|isDeclared) == isGlobal && p.list[at].defs < 0 {
		return none // a namespace of others: the function may be a class in it
	}
	return at
}

// holder returns what holds a function that is a method: its class or object, or
// the function whose prototype has it. Any other function holds itself.
func (p *places) holder(f int32) int32 {
	r := &p.records[f]
	if r.kind == Class || r.parent < 0 {
		return f
	}
	switch parent := &p.records[r.parent]; parent.kind {
	case Method:
		return p.records[parent.parent].parent
	case Property:
		return parent.parent
	case Assign:
		return p.constructor(r.parent+1, f)
	default:
	}
	return f
}

// constructor returns the function F where the target of an assignment is
// F.prototype.name, and the function that is assigned elsewhere.
func (p *places) constructor(target, f int32) int32 {
	if p.records[target].kind != Member || p.records[target+1].kind != Member || p.records[target+1].data != namePrototype {
		return f
	}
	r := &p.records[target+2]
	if r.kind != Identifier || r.data < 0 {
		return f
	}
	if v := p.only(p.ofSymbol(r.data)); v >= 0 && p.records[v].kind == Function {
		return v
	}
	return f
}

// thisOf returns the place of "this" in a class, object or function. That of an
// object is the place that the object is given to.
func (p *places) thisOf(holder int32) int32 {
	if at, ok := p.owners[holder]; ok {
		return at
	}
	at := none
	if p.records[holder].kind == Object {
		at = p.heldBy(holder)
	}
	if at == none {
		at = p.add(noPlace, nameThis, 0)
	}
	p.owners[holder] = at
	return at
}

func (p *places) heldBy(object int32) int32 {
	parent := p.records[object].parent
	switch r := &p.records[parent]; r.kind {
	case Declarator:
		if p.records[parent+1].kind == Identifier && p.records[parent+1].data >= 0 {
			return p.ofSymbol(p.records[parent+1].data)
		}
	case Assign:
		if r.op == tAssign && p.records[parent+1].link == object {
			return p.destination(parent + 1)
		}
	default:
	}
	return none
}
