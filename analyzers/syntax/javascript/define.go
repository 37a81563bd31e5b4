package javascript

// gather lists what is given to each place. What needs no place of anything else
// comes first, because places do not change once they are resolved.
func (p *places) gather() {
	for i := range p.records {
		p.gatherAt(int32(i))
	}
	for _, i := range p.file.kinds.of(Call) {
		p.passArguments(i)
	}
	for i := range p.records {
		switch r := &p.records[i]; {
		case r.kind == Assign && p.records[i+1].kind == Member:
			p.assignMember(int32(i))
		case r.kind == Field:
			p.assignField(int32(i))
		case r.kind == Object:
			p.assignProperties(int32(i))
		case r.kind == Call:
			p.export(int32(i))
		}
	}
}

// of returns the records of an indexed kind.
func (x *kindIndex) of(k Kind) []int32 { return x.nodes[x.first[k]:x.first[k+1]] }

func (p *places) gatherAt(i int32) {
	r := &p.records[i]
	switch r.kind {
	case Declarator:
		if value := p.records[i+1].link; value < r.link {
			p.give(i+1, value)
		}
	case Assign:
		p.gatherAssign(i)
	case Update:
		p.unknown(i + 1)
	case ForIn, ForOf:
		p.unknownLoop(i + 1)
	case Function:
		p.gatherFunction(i)
	case Class:
		if r.flags&isNamed != 0 {
			p.give(i+1, i)
		}
	case Catch:
		if p.records[i+1].kind != Block {
			p.unknown(i + 1)
		}
	case ImportName:
		p.unknown(p.lastChild(i))
	default:
	}
}

func (p *places) gatherAssign(i int32) {
	if p.records[i+1].kind == Member {
		return
	}
	switch p.records[i].op {
	case tAssign, tOrOrAssign, tNullishAssign, tAndAndAssign:
		p.give(i+1, p.lastChild(i))
	default:
		p.unknown(i + 1)
	}
}

func (p *places) unknownLoop(head int32) {
	if p.records[head].kind == Variables {
		for c := head + 1; c < p.records[head].link; c = p.records[c].link {
			p.unknown(c + 1)
		}
		return
	}
	p.unknown(head)
}

// give gives a value to the names of a target.
func (p *places) give(target, value int32) {
	switch r := &p.records[target]; r.kind {
	case Identifier:
		if r.data >= 0 {
			p.define(p.ofSymbol(r.data), value)
		}
	case DefaultPattern:
		p.give(target+1, value)
		p.give(target+1, p.lastChild(target))
	case ObjectPattern:
		for c := target + 1; c < r.link; c = p.records[c].link {
			to := propertyValue(p.records, c)
			switch {
			case p.records[c].kind == Property && to > 0:
				p.give(to, c)
			case p.records[c].kind == Rest:
				p.unknown(c)
			}
		}
	case ArrayPattern:
		p.unknown(target)
	default:
	}
}

// unknown notes that nobody can tell what the names of a target hold.
func (p *places) unknown(target int32) {
	eachName(p.records, target, func(name int32) {
		if d := p.records[name].data; d >= 0 {
			p.list[p.ofSymbol(d)].flags |= isUnknown
		}
	})
}

func (p *places) gatherFunction(i int32) {
	r := &p.records[i]
	params := i + 1
	if r.flags&isNamed != 0 {
		p.give(i+1, i)
		params = p.records[params].link
	}
	if params >= r.link || p.records[params].kind != Parameters {
		return
	}
	args, known := p.invoked(i)
	k := 0
	for c := params + 1; c < p.records[params].link; c = p.records[c].link {
		p.gatherParameter(c, args, k, known)
		k++
	}
}

func (p *places) gatherParameter(c int32, args []int32, k int, known bool) {
	target := c
	if p.records[c].kind == DefaultPattern {
		target = c + 1
		p.give(target, p.lastChild(c))
	}
	switch {
	case p.records[c].kind == Rest:
		p.unknown(c)
	case !known:
		eachName(p.records, target, func(name int32) {
			if d := p.records[name].data; d >= 0 {
				p.list[p.ofSymbol(d)].flags |= isArgument
			}
		})
	case k < len(args):
		p.argument[target] = args[k]
		p.give(target, args[k])
	}
}

// invoked returns the arguments of a function that is called where it stands and
// nowhere else: (function (X) {})(Xrm), and with call.
func (p *places) invoked(f int32) (args []int32, known bool) {
	r := &p.records[f]
	if r.op == tok(Declaration) || r.parent < 0 {
		return nil, false
	}
	at := r.parent
	skip := 0
	switch parent := &p.records[at]; {
	case parent.kind == Member && parent.data == nameCallMethod && at+1 == f:
		at, skip = parent.parent, 1
		if p.records[at].kind != Call || at+1 != r.parent {
			return nil, false
		}
	case (parent.kind == Call || parent.kind == New) && at+1 == f:
	default:
		return p.handed(f)
	}
	args = p.arguments(at)
	return args[min(skip, len(args)):], true
}

// arguments returns the arguments of a call up to the first spread.
func (p *places) arguments(call int32) []int32 {
	var args []int32
	for c := p.records[call+1].link; c < p.records[call].link && p.records[c].kind != Spread; c = p.records[c].link {
		args = append(args, c)
	}
	return args
}

// handed returns what jQuery gives to a function that waits for the page: itself.
func (p *places) handed(f int32) (args []int32, known bool) {
	call := p.records[f].parent
	if p.records[call].kind != Call || p.records[call+1].link != f {
		return nil, false
	}
	callee := call + 1
	if p.records[callee].kind == Member && p.records[callee].data == nameReady && p.records[callee+1].kind == Call {
		callee += 2
	}
	r := &p.records[callee]
	if r.kind != Identifier || r.data < 0 {
		return nil, false
	}
	if name := p.file.symbols[r.data].name; name != nameJQuery && name != nameDollar {
		return nil, false
	}
	return []int32{callee}, true
}

// passArguments gives the arguments of a call to the parameters of the function
// that a name stands for.
func (p *places) passArguments(call int32) {
	callee := &p.records[call+1]
	if callee.kind != Identifier || callee.data < 0 {
		return
	}
	f := p.only(p.ofSymbol(callee.data))
	if f < 0 || p.records[f].kind != Function {
		return
	}
	args := p.arguments(call)
	params := Node{p.file, f}.parameterList()
	k := 0
	for param := range params.Children() {
		if k >= len(args) {
			return
		}
		p.pass(param, args[k])
		k++
	}
}

func (p *places) pass(param Node, arg int32) {
	if param.Kind() == DefaultPattern {
		param = param.Child(0)
	}
	if _, again := p.argument[param.id]; again {
		p.argument[param.id] = none
	} else {
		p.argument[param.id] = arg
	}
	if param.Is(Identifier, ObjectPattern) {
		p.give(param.id, arg)
	}
}

// assignMember gives a value to the property that a Member names.
func (p *places) assignMember(i int32) {
	at := p.destination(i + 1)
	if at <= noPlace {
		return
	}
	switch value := p.lastChild(i); p.records[i].op {
	case tAssign, tOrOrAssign, tNullishAssign, tAndAndAssign:
		p.define(at, value)
	default:
		p.list[at].flags |= isUnknown
	}
}

// destination returns the place that an assignment to a Member or Identifier is to,
// and makes it.
func (p *places) destination(i int32) int32 {
	r := &p.records[i]
	switch {
	case r.kind == Identifier && r.data >= 0:
		return p.ofSymbol(r.data)
	case r.kind != Member || r.link == i+1:
		return none
	}
	return p.property(p.place(i+1), r.data)
}

// property returns the place of a property that is given a value.
func (p *places) property(object, name int32) int32 {
	if object <= noPlace || name < 0 {
		return none
	}
	return p.child(object, name)
}

// assignProperties gives to the place of an object what its properties name.
// What they define is found in the object itself, see [File.Lookup].
func (p *places) assignProperties(object int32) {
	at := noPlace
	for c := object + 1; c < p.records[object].link; c = p.records[c].link {
		value := propertyValue(p.records, c)
		if p.records[c].kind != Property || value == 0 || p.records[value].kind != Member && p.records[value].kind != Identifier {
			continue
		}
		if at == noPlace {
			if at = p.heldBy(object); at == none {
				return
			}
		}
		if name := p.records[c].data; name >= 0 {
			p.define(p.property(at, name), value)
		}
	}
}

func (p *places) assignField(i int32) {
	r := &p.records[i]
	value := p.lastChild(i)
	if r.data < 0 || value == i+1 || r.flags&isStatic != 0 {
		return
	}
	class := p.records[r.parent].parent
	p.define(p.property(p.thisOf(class), r.data), value)
}

// export gives to an object what a bundle says that it exports: the runtimes of
// webpack write n.d(exports, {name: () => value}) or n.d(exports, "name", get),
// and others Object.defineProperty(exports, "name", {get: get}).
func (p *places) export(call int32) {
	callee := &p.records[call+1]
	if callee.kind != Member || callee.data != nameD && callee.data != nameDefineProperty {
		return
	}
	args := p.arguments(call)
	if len(args) < 2 {
		return
	}
	target := p.place(args[0])
	switch second := (Node{p.file, args[1]}); {
	case second.Kind() == Object && callee.data == nameD:
		for prop := range second.Children() {
			if value := prop.PropertyValue(); prop.Kind() == Property && value.IsValid() {
				p.exportAs(target, prop.record().data, value.id)
			}
		}
	case second.Kind() == String && len(args) > 2:
		p.exportNamed(target, second, Node{p.file, args[2]})
	}
}

// exportNamed is export for one name with a function that returns the value, or
// a property's description.
func (p *places) exportNamed(target int32, name, get Node) {
	text, _ := name.StringValue()
	id, ok := p.file.index[text]
	if !ok {
		return
	}
	if get.Kind() == Object {
		description := get
		if get = description.Property("get"); !get.IsValid() {
			get = description.Property("value")
		}
	}
	if get.IsValid() {
		p.exportAs(target, id, get.id)
	}
}

// exportAs gives to a property what a function returns, or any other value itself.
func (p *places) exportAs(object, name, value int32) {
	at := p.property(object, name)
	if at <= noPlace {
		return
	}
	if p.records[value].kind == Function {
		if results := p.results(value); len(results) == 1 {
			value = results[0]
		}
	}
	p.define(at, value)
}
