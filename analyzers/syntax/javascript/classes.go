package javascript

// class reads a class, whose name may be absent only from an expression.
func (p *parser) class(declaration bool) {
	m := p.mark()
	p.use(classes, Span{p.tok.start, p.tok.end})
	strict := p.strict
	p.strict = true
	p.next()
	name, f := int32(-1), flags(0)
	if p.tok.kind == tName {
		name, f = p.tok.name, isNamed
		p.binding()
	} else if declaration {
		p.unexpected("class name expected")
	}
	if p.accept(tExtends) {
		f |= isDerived
		p.arrowAt = -1
		p.subscripts(true)
	}
	p.classBody(f&isDerived != 0)
	r := p.emit(Class, m)
	r.data = name
	r.flags |= f
	if declaration {
		r.op = tok(Declaration)
	}
	p.strict = strict
}

func (p *parser) classBody(derived bool) {
	m := p.mark()
	p.expect(tBraceL)
	level, constructors := p.open, 0
	for p.tok.kind != tBraceR && p.tok.kind != tEOF {
		if p.accept(tSemicolon) {
			continue
		}
		start := p.tok.start
		p.inContext(0, noIn, func() { p.member(derived, &constructors) })
		if p.failed {
			p.recoverMember(level, start)
		}
	}
	p.expect(tBraceR)
	p.emit(ClassBody, m)
}

// member reads a method, field or static block.
func (p *parser) member(derived bool, constructors *int) {
	m := p.mark()
	mods := p.modifiers(true)
	if mods.static && p.tok.kind == tBraceL {
		p.staticBlock(m)
		return
	}
	t := p.tok
	key := p.propertyKey()
	if p.tok.kind != tParenL && !mods.any() {
		p.field(m, mods, t, key)
		return
	}
	sig := signature{kind: mods.kind, async: mods.async, generator: mods.generator, name: -1}
	if key.name == nameConstructor && !key.computed && !mods.static && t.kind != tPrivate {
		sig.kind, sig.derived = Constructor, derived
		if *constructors++; *constructors > 1 || mods.any() {
			p.report(t.start, t.end, "a class has one constructor, which is a plain method")
		}
	}
	p.checkMember(mods, t, key, namePrototype)
	p.signature(p.mark(), sig)
	p.endMember(Method, m, mods, key)
}

func (p *parser) endMember(kind Kind, m mark, mods modifiers, key propertyKey) {
	r := p.emitProperty(kind, m, key)
	if mods.static {
		r.flags |= isStatic
	}
}

// checkMember reports a member that must not have the name it has.
func (p *parser) checkMember(mods modifiers, t lexeme, key propertyKey, static int32) {
	switch {
	case key.computed:
	case t.kind == tPrivate && p.names[t.name] == "#constructor",
		mods.static && t.kind != tPrivate && key.name == static:
		p.report(t.start, t.end, "no member can have this name")
	}
}

func (p *parser) field(m mark, mods modifiers, t lexeme, key propertyKey) {
	p.use(classFields, Span{m.start, p.prevEnd})
	p.checkMember(mods, t, key, namePrototype)
	if !key.computed && t.kind != tPrivate && key.name == nameConstructor {
		p.report(t.start, t.end, "no field can have this name")
	}
	if p.accept(tAssign) {
		labels := p.labels
		p.labels = nil
		clearBits := inFunction | inLoop | inBreakable | inDerived | inAsync | inGenerator
		p.inContext(inStatic|inMethod|inTarget, clearBits, p.assignment)
		p.labels = labels
	}
	p.semicolon()
	p.endMember(Field, m, mods, key)
}

func (p *parser) staticBlock(m mark) {
	p.use(staticBlocks, Span{m.start, p.tok.end})
	labels := p.labels
	p.labels = nil
	clearBits := inFunction | inLoop | inBreakable | inDerived | inAsync | inGenerator
	p.inContext(inStatic|inMethod|inTarget, clearBits, func() {
		p.next()
		p.list(tBraceR)
	})
	p.labels = labels
	p.expect(tBraceR)
	p.emit(StaticBlock, m)
}
