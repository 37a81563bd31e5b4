package javascript

// A signature is what is known of a function before its parameters.
type signature struct {
	kind             FunctionKind
	async, generator bool
	name             int32 // negative where it has none
	derived          bool  // a constructor of a class with a superclass
}

// function reads a function from the word function on; m is where it begins,
// the word async counted.
func (p *parser) function(kind FunctionKind, m mark, async bool) {
	sig := signature{kind: kind, async: async, name: -1}
	p.next()
	if sig.generator = p.tok.kind == tStar; sig.generator {
		p.use(generators, Span{m.start, p.tok.end})
		p.next()
	}
	if p.tok.kind == tName {
		sig.name = p.tok.name
		p.functionName(sig)
	} else if kind == Declaration {
		p.unexpected("function name expected")
	}
	p.signature(m, sig)
}

// functionName reads the name of a function: that of an expression stands in
// the function's own context.
func (p *parser) functionName(sig signature) {
	if sig.kind == Declaration {
		p.binding()
		return
	}
	p.inContext(sig.context(), inAsync|inGenerator|inStatic, p.binding)
}

func (s signature) context() (c context) {
	if s.async {
		c |= inAsync
	}
	if s.generator {
		c |= inGenerator
	}
	return c
}

// method reads the parameters and body of a method.
func (p *parser) method(mods modifiers) {
	m := p.mark()
	if mods.generator {
		p.use(generators, Span{m.start, m.start + 1})
	}
	p.signature(m, signature{kind: mods.kind, async: mods.async, generator: mods.generator, name: -1})
}

// signature reads the parameters and body of any function but an arrow function.
func (p *parser) signature(m mark, sig signature) {
	p.noteAsync(m, sig)
	clearBits := inAsync | inGenerator | inLoop | inBreakable | noIn | inMethod | inDerived | inStatic
	set := sig.context() | inFunction | inTarget
	if sig.kind >= MethodBody {
		set |= inMethod
	}
	if sig.derived {
		set |= inDerived
	}
	old, labels, strict, cover := p.context, p.labels, p.strict, p.coverInit
	p.context, p.labels, p.coverInit = old&^clearBits|set, nil, -1
	params := p.parameters(sig.kind)
	if p.tok.kind == tBraceL {
		p.body(params)
	} else {
		p.unexpected("'{' expected")
		p.missing()
	}
	p.endFunction(m, sig, params)
	p.context, p.labels, p.strict, p.coverInit = old, labels, strict, cover
}

func (p *parser) noteAsync(m mark, sig signature) {
	switch {
	case sig.async && sig.generator:
		p.use(asyncIteration, Span{m.start, p.tok.start})
	case sig.async:
		p.use(asyncFunctions, Span{m.start, p.tok.start})
	}
}

// A parameterList is what is known of the parameters when the body ends.
type parameterList struct {
	record int32
	simple bool // names alone
}

// endFunction emits the function that begins at m.
func (p *parser) endFunction(m mark, sig signature, params parameterList) {
	p.checkParameters(params, p.strict || !params.simple || sig.kind >= Arrow)
	r := p.emit(Function, m)
	r.op = tok(sig.kind)
	r.data = sig.name
	if sig.name >= 0 {
		r.flags |= isNamed
	}
	if sig.async {
		r.flags |= isAsync
	}
	if sig.generator {
		r.flags |= isGenerator
	}
	if p.strict {
		r.flags |= isStrict
		if sig.name == nameEval || sig.name == nameArguments {
			p.report(r.start, r.end, "strict code cannot declare '"+p.names[sig.name]+"'")
		}
	}
}

// parameters reads the parameters in their parentheses.
func (p *parser) parameters(kind FunctionKind) parameterList {
	m := p.mark()
	simple, count := true, 0
	p.expect(tParenL)
	for p.tok.kind != tParenR && p.tok.kind != tEOF {
		p.parameter()
		count++
		k := p.last().kind
		simple = simple && k == Identifier
		if p.tok.kind == tParenR {
			break
		}
		if k == Rest {
			p.unexpected("a rest parameter must be the last")
		}
		comma := Span{p.tok.start, p.tok.end}
		p.expect(tComma)
		if p.tok.kind == tParenR {
			p.use(trailingCommas, comma)
		}
	}
	p.expect(tParenR)
	if kind == Getter && count != 0 || kind == Setter && (count != 1 || p.last().kind == Rest) {
		p.report(m.start, p.prevEnd, "a getter has no parameter and a setter has one")
	}
	p.emit(Parameters, m)
	return parameterList{p.count() - 1, simple}
}

func (p *parser) parameter() {
	if p.tok.kind == tEllipsis {
		p.restTarget()
		return
	}
	p.defaultTarget()
	if r := p.last(); r.kind == DefaultPattern {
		p.use(defaultParameters, Span{r.start, r.end})
	}
}

// arrow reads an arrow function from its arrow on. Its parameters are the last
// record and may have been read as expressions.
func (p *parser) arrow(m mark, async bool) {
	record := p.count() - 1
	params := parameterList{record, true}
	p.children(record, func(c int32) {
		if p.records[c].kind == Spread && c != record-1 {
			p.report(p.records[c].start, p.records[c].end, "a rest parameter must be the last")
		}
		p.toTarget(c, true)
		p.clearWritten(c)
		params.simple = params.simple && p.records[c].kind == Identifier
	})
	p.coverInit = -1
	p.use(arrowFunctions, Span{p.tok.start, p.tok.end})
	sig := signature{kind: Arrow, async: async, name: -1}
	p.noteAsync(m, sig)
	p.next()

	old, labels, strict := p.context, p.labels, p.strict
	p.context = old&^(inAsync|inGenerator|inLoop|inBreakable) | sig.context() | inFunction
	p.labels = nil
	if p.tok.kind == tBraceL {
		p.context &^= noIn
		p.body(params)
	} else {
		p.assignment()
	}
	p.endFunction(m, sig, params)
	p.context, p.labels, p.strict = old, labels, strict
}

// clearWritten takes back that a target is assigned to: a parameter is declared.
func (p *parser) clearWritten(i int32) {
	p.eachBound(i, func(name int32) { p.records[name].flags &^= isWritten })
}

// body reads the body of a function in its braces.
func (p *parser) body(params parameterList) {
	m := p.mark()
	strict := p.strict
	p.next()
	p.directives()
	p.list(tBraceR)
	p.expect(tBraceR)
	p.emit(Block, m)
	if p.strict && !strict && !params.simple {
		p.report(m.start, m.start+1, "a function with such parameters cannot hold 'use strict'")
	}
}

// directives reads the strings that a body begins with.
func (p *parser) directives() {
	for p.tok.kind == tString && !p.failed {
		t := p.tok
		p.item()
		r := p.last()
		if r.kind != ExpressionStatement {
			return
		}
		child := &p.records[p.count()-2]
		if child.kind != String || child.flags&isParenthesised != 0 || child.start != r.start {
			return
		}
		r.flags |= isDirective
		if string(stringInside(p.src[t.start:t.end])) == "use strict" {
			p.strict = true
		}
	}
}

// checkParameters reports names that parameters must not have where unique is
// true or the code is strict.
func (p *parser) checkParameters(params parameterList, unique bool) {
	if !unique || p.failed {
		return
	}
	p.seen.clear(len(p.names))
	p.children(params.record, func(c int32) {
		p.eachBound(c, func(i int32) {
			r := &p.records[i]
			if !p.seen.add(r.data) {
				p.report(r.start, r.end, "two parameters are named '"+p.names[r.data]+"'")
			}
			if p.strict && (r.data == nameEval || r.data == nameArguments || r.data >= nameImplements && r.data <= nameYield) {
				p.report(r.start, r.end, "strict code cannot declare '"+p.names[r.data]+"'")
			}
		})
	})
}

// eachBound calls f for each name that a target declares.
func (p *parser) eachBound(i int32, f func(identifier int32)) {
	switch r := &p.records[i]; r.kind {
	case Identifier:
		f(i)
	case ObjectPattern, ArrayPattern:
		p.children(i, func(c int32) { p.eachBound(c, f) })
	case Property, Rest:
		p.eachBound(i-1, f)
	case DefaultPattern:
		p.eachBound(p.firstChild(i), f)
	default:
	}
}

// stamps is a set of names that is emptied in no time.
type stamps struct {
	stamp []int32
	now   int32
}

// clear empties the set and makes room for names below n.
func (s *stamps) clear(n int) {
	s.now++
	if len(s.stamp) < n {
		s.stamp = append(s.stamp, make([]int32, n-len(s.stamp)+n/2)...)
	}
}

// add reports whether the name was not in the set, and puts it there.
func (s *stamps) add(name int32) bool {
	if s.stamp[name] == s.now {
		return false
	}
	s.stamp[name] = s.now
	return true
}
