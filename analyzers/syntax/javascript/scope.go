package javascript

// A scope is where names are declared.
type scope struct {
	node    int32 // the record that makes it
	link    int32 // where it ends
	parent  int32
	first   int32 // its first symbol, -1 where it has none
	isVar   bool  // var declares here: the program, a function, a static block
	isArrow bool
}

// A declarer lists the scopes of a file, in the order of the text, and what is
// declared in each.
type declarer struct {
	file    *File
	records []record
	scopes  []scope
	current int32
	known   map[uint64]int32 // scope and name to the symbol
}

// makesScope are the kinds of nodes that names are declared in.
var makesScope = [kinds + 1]bool{
	Program: true, Function: true, Class: true, Block: true, For: true, ForIn: true, ForOf: true, Catch: true,
	Switch: true, StaticBlock: true,
}

// declare finds the scopes and declarations of the file.
func (f *File) declare() []scope {
	d := &declarer{file: f, records: f.records, current: -1, known: make(map[uint64]int32, len(f.records)/16)}
	f.symbols = make([]symbol, 0, len(f.records)/16)
	for i := range f.records {
		d.visit(int32(i))
	}
	return d.scopes
}

func (d *declarer) visit(i int32) {
	r := &d.records[i]
	for d.current >= 0 && d.scopes[d.current].link <= i {
		d.current = d.scopes[d.current].parent
	}
	if r.kind == Function || r.kind == Class {
		d.named(i)
	}
	if makesScope[r.kind] && !d.isBody(i) {
		d.enter(i)
	}
	d.names(i)
}

func (d *declarer) enter(i int32) {
	r := &d.records[i]
	d.scopes = append(d.scopes, scope{
		node: i, link: r.link, parent: d.current, first: -1,
		isVar:   r.kind == Program || r.kind == Function || r.kind == StaticBlock,
		isArrow: r.kind == Function && r.op == tok(Arrow),
	})
	d.current = int32(len(d.scopes)) - 1 //nolint:gosec // fewer than records
}

// names declares the names that a node gives by itself.
func (d *declarer) names(i int32) {
	switch r := &d.records[i]; r.kind {
	case Function, Class:
		if r.flags&isNamed == 0 || r.op == tok(Declaration) {
			return
		}
		kind := ClassName
		if r.kind == Function {
			kind = Func
		}
		d.add(i+1, kind, d.current)
	case Parameters:
		d.children(i, func(c int32) { d.bind(c, Parameter, d.current) })
	case Variables:
		d.variables(i)
	case Catch:
		if first := i + 1; d.records[first].kind != Block {
			d.bind(first, CatchParameter, d.current)
		}
	case ImportName:
		d.children(i, func(c int32) {
			if d.records[c].kind == Identifier {
				d.add(c, Imported, d.current)
			}
		})
	default:
	}
}

// isBody reports whether a Block shares the scope of the function or catch that
// it is the body of.
func (d *declarer) isBody(i int32) bool {
	r := &d.records[i]
	return r.kind == Block && r.parent >= 0 && (d.records[r.parent].kind == Function || d.records[r.parent].kind == Catch)
}

// named declares the name of a function or class declaration in the scope
// around it. Sloppy code may use a function outside of the block that it is in.
func (d *declarer) named(i int32) {
	r := &d.records[i]
	if r.flags&isNamed == 0 || r.op != tok(Declaration) {
		return
	}
	kind, at := ClassName, d.current
	if r.kind == Function {
		kind = Func
		if r.flags&isStrict == 0 {
			at = d.variableScope()
		}
	}
	d.add(i+1, kind, at)
}

func (d *declarer) variables(i int32) {
	kind, at := Lexical, d.current
	if d.records[i].op == tVar {
		kind, at = Var, d.variableScope()
	}
	d.children(i, func(c int32) {
		if d.records[c].kind == Declarator {
			d.bind(c+1, kind, at)
		}
	})
}

func (d *declarer) variableScope() int32 {
	s := d.current
	for !d.scopes[s].isVar {
		s = d.scopes[s].parent
	}
	return s
}

// children calls f for each child of a record in order.
func (d *declarer) children(i int32, f func(child int32)) {
	for c := i + 1; c < d.records[i].link; c = d.records[c].link {
		f(c)
	}
}

// bind declares the names of a target.
func (d *declarer) bind(i int32, kind SymbolKind, at int32) {
	eachName(d.records, i, func(name int32) { d.add(name, kind, at) })
}

// eachName calls f for each Identifier that a target binds.
func eachName(records []record, i int32, f func(identifier int32)) {
	switch r := &records[i]; r.kind {
	case Identifier:
		f(i)
	case ObjectPattern, ArrayPattern:
		for c := i + 1; c < r.link; c = records[c].link {
			eachName(records, c, f)
		}
	case Rest, DefaultPattern:
		if r.link > i+1 {
			eachName(records, i+1, f)
		}
	case Property:
		if value := propertyValue(records, i); value > 0 {
			eachName(records, value, f)
		}
	default:
	}
}

// propertyValue returns the value of a Property, Method or Field record, 0 where
// it has none.
func propertyValue(records []record, i int32) int32 {
	r := &records[i]
	value := i + 1
	if r.flags&isShorthand == 0 && value < r.link {
		value = records[value].link
	}
	if value >= r.link {
		return 0
	}
	return value
}

// add declares the name of an Identifier in a scope. The first declaration of a
// name decides its kind, but for a function, which holds before all others.
func (d *declarer) add(i int32, kind SymbolKind, at int32) {
	r := &d.records[i]
	if r.kind != Identifier || r.data < 0 {
		return
	}
	key := uint64(at)<<32 | uint64(r.data) //nolint:gosec // neither is negative
	if id, ok := d.known[key]; ok {
		d.checkTwice(i, kind, id)
		if kind == Func {
			d.file.symbols[id].kind = Func
		}
		return
	}
	id := int32(len(d.file.symbols)) //nolint:gosec // fewer than records
	d.known[key] = id
	d.file.symbols = append(d.file.symbols, symbol{name: r.data, decl: i, scope: at, next: d.scopes[at].first, kind: kind})
	d.scopes[at].first = id
}

// checkTwice reports a name that a scope declares a second time where one of the
// two must be the only one. Functions in blocks may be seen outside of them in
// sloppy code or not, so they are left out.
func (d *declarer) checkTwice(i int32, kind SymbolKind, id int32) {
	s := &d.file.symbols[id]
	if s.kind == Func || kind == Func || !isLexical(kind) && !isLexical(s.kind) {
		return
	}
	if r := &d.records[i]; r.flags&isBroken == 0 && len(d.file.Errors) < maxErrors {
		d.file.Errors = append(d.file.Errors, SyntaxError{Span{r.start, r.end}, "'" + d.file.names[s.name] + "' is declared already"})
	}
}

// isLexical reports whether a declaration must be the only one of its name.
func isLexical(k SymbolKind) bool { return k == Lexical || k == ClassName || k == Imported }

// A resolver finds what each Identifier refers to.
type resolver struct {
	file    *File
	scopes  []scope
	next    int32   // the next scope to enter
	current int32   // the innermost scope
	bound   []int32 // name to the symbol that it refers to here, -1 for none
	hidden  []int32 // what bound held before, in the order of hiding
	marks   []int32 // len(hidden) when each scope around was entered
	globals []int32 // name to the undeclared symbol, -1 for none
	depth   int     // functions around that have arguments
}

// resolve points each Identifier to its symbol.
func (f *File) resolve(scopes []scope) {
	v := &resolver{file: f, scopes: scopes, current: -1, bound: filled(len(f.names)), globals: filled(len(f.names))}
	for i := range f.records {
		v.visit(int32(i))
	}
}

func filled(n int) []int32 {
	list := make([]int32, n)
	for i := range list {
		list[i] = -1
	}
	return list
}

func (v *resolver) visit(i int32) {
	for v.current >= 0 && v.scopes[v.current].link <= i {
		v.leave()
	}
	r := &v.file.records[i]
	if (r.kind == Function || r.kind == Class) && r.op == tok(Declaration) && r.flags&isNamed != 0 {
		v.identifier(i + 1)
	}
	if int(v.next) < len(v.scopes) && v.scopes[v.next].node == i {
		v.enter()
	}
	if r.kind == Identifier && !v.isDone(r, i) {
		v.identifier(i)
	}
}

// isDone reports whether an Identifier is the name of a declaration, which
// belongs to the scope around and was resolved there.
func (v *resolver) isDone(r *record, i int32) bool {
	parent := &v.file.records[r.parent]
	return r.parent == i-1 && parent.flags&isNamed != 0 && parent.op == tok(Declaration) && (parent.kind == Function || parent.kind == Class)
}

func (v *resolver) enter() {
	s := &v.scopes[v.next]
	v.current = v.next
	v.next++
	v.marks = append(v.marks, int32(len(v.hidden))) //nolint:gosec // fewer than symbols
	for id := s.first; id >= 0; id = v.file.symbols[id].next {
		name := v.file.symbols[id].name
		v.hidden = append(v.hidden, name, v.bound[name])
		v.bound[name] = id
	}
	if s.isVar && !s.isArrow && s.node > 0 {
		v.depth++
	}
}

func (v *resolver) leave() {
	s := &v.scopes[v.current]
	mark := v.marks[len(v.marks)-1]
	v.marks = v.marks[:len(v.marks)-1]
	for k := int32(len(v.hidden)) - 2; k >= mark; k -= 2 { //nolint:gosec // fewer than symbols
		v.bound[v.hidden[k]] = v.hidden[k+1]
	}
	v.hidden = v.hidden[:mark]
	if s.isVar && !s.isArrow && s.node > 0 {
		v.depth--
	}
	v.current = s.parent
}

func (v *resolver) identifier(i int32) {
	r := &v.file.records[i]
	if r.data < 0 {
		return
	}
	id := v.bound[r.data]
	if id < 0 {
		id = v.global(r.data)
	}
	r.data = id
	v.file.symbols[id].uses++
}

func (v *resolver) global(name int32) int32 {
	if v.globals[name] < 0 {
		kind := Undeclared
		if name == nameArguments && v.depth > 0 {
			kind = ArgumentsObject
		}
		v.globals[name] = int32(len(v.file.symbols)) //nolint:gosec // fewer than records
		v.file.symbols = append(v.file.symbols, symbol{name: name, decl: -1, next: -1, kind: kind})
	}
	return v.globals[name]
}
