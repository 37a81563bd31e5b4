package javascript

// control reads a statement that chooses or repeats; false where there is none.
func (p *parser) control(m mark) bool {
	switch p.tok.kind {
	case tIf:
		p.choice(m)
	case tFor:
		p.forLoop(m)
	case tWhile:
		p.next()
		p.condition()
		p.loopBody()
		p.emit(While, m)
	case tDo:
		p.doLoop(m)
	case tSwitch:
		p.switches(m)
	default:
		return false
	}
	return true
}

func (p *parser) choice(m mark) {
	p.next()
	p.condition()
	p.statement()
	if p.accept(tElse) {
		p.statement()
	}
	p.emit(If, m)
}

func (p *parser) loopBody() {
	p.inContext(inLoop|inBreakable, 0, func() {
		if t := p.tok; t.kind == tFunction {
			p.report(t.start, t.end, "a function cannot stand here without braces")
		}
		p.statement()
	})
}

func (p *parser) doLoop(m mark) {
	p.next()
	p.loopBody()
	p.expect(tWhile)
	p.condition()
	p.accept(tSemicolon) // may be absent even on the same line
	p.emit(DoWhile, m)
}

func (p *parser) switches(m mark) {
	p.next()
	p.condition()
	p.expect(tBraceL)
	p.inContext(inBreakable, 0, func() {
		defaults := 0
		for p.tok.kind == tCase || p.tok.kind == tDefault {
			if p.tok.kind == tDefault {
				if defaults++; defaults > 1 {
					p.report(p.tok.start, p.tok.end, "a switch has one 'default' at most")
				}
			}
			p.switchCase()
		}
	})
	p.expect(tBraceR)
	p.emit(Switch, m)
}

func (p *parser) switchCase() {
	m := p.mark()
	if p.accept(tDefault) {
		p.hole()
	} else {
		p.next()
		p.expression()
	}
	p.expect(tColon)
	for k := p.tok.kind; k != tCase && k != tDefault && k != tBraceR && k != tEOF; k = p.tok.kind {
		p.item()
	}
	p.emit(Case, m)
}

// forLoop reads any of the loops that begin with for.
func (p *parser) forLoop(m mark) {
	p.next()
	await := p.tok.is(nameAwait)
	if await {
		p.forAwait(m)
	}
	p.expect(tParenL)
	if p.tok.kind == tSemicolon {
		p.hole()
		p.forRest(m)
		return
	}
	head := p.tok
	declares := p.forDeclares()
	start := p.mark()
	if declares {
		p.inContext(noIn, 0, func() { p.variables(start, false) })
	} else {
		p.inContext(noIn, 0, p.expression)
	}
	switch {
	case p.tok.is(nameOf):
		p.forOf(m, head, declares, await)
	case p.tok.kind == tIn && !await:
		p.forIn(m, declares)
	default:
		if await {
			p.unexpected("'of' expected")
		}
		p.forRest(m)
	}
}

func (p *parser) forAwait(m mark) {
	at := Span{m.start, p.tok.end}
	switch {
	case p.is(inAsync):
	case p.module && !p.is(inFunction|inStatic):
		p.use(topLevelAwait, at)
	case !p.is(inFunction | inStatic):
		p.needsModule()
	default:
		p.report(p.tok.start, p.tok.end, "'for await' stands outside of an async function")
	}
	p.use(asyncIteration, at)
	p.next()
}

// forDeclares reports whether the head of a for begins with a declaration.
func (p *parser) forDeclares() bool {
	switch t := p.tok; {
	case t.kind == tVar, t.kind == tConst:
		return true
	case t.is(nameLet):
		return p.declares()
	case t.is(nameUsing), t.is(nameAwait):
		return p.isUsing()
	}
	return false
}

func (p *parser) forOf(m mark, head lexeme, declares, await bool) {
	p.use(forOf, Span{p.tok.start, p.tok.end})
	if !declares && (head.is(nameLet) || head.is(nameAsync) && !await && head.end == p.prevEnd) {
		p.report(head.start, head.end, "the target of a for-of loop cannot be this")
	}
	p.forTarget(declares, false)
	p.next()
	p.assignment()
	p.expect(tParenR)
	p.loopBody()
	r := p.emit(ForOf, m)
	if await {
		r.flags |= isAsync
	}
}

func (p *parser) forIn(m mark, declares bool) {
	p.forTarget(declares, true)
	p.next()
	p.expression()
	p.expect(tParenR)
	p.loopBody()
	p.emit(ForIn, m)
}

// forTarget judges the last record, which is what a for-in or for-of assigns to.
func (p *parser) forTarget(declares, in bool) {
	last := p.count() - 1
	if !declares {
		p.toTarget(last, false)
		p.coverInit = -1
		return
	}
	r := &p.records[last]
	declarator := p.records[last-1]
	switch {
	case declarator.kind != Declarator:
	case p.firstChild(last) != last-1:
		p.report(r.start, r.end, "one variable is declared here at most")
	case p.firstChild(last-1) != last-2: // sloppy code may write for (var a = 1 in b)
		if !in || p.strict || r.op != tVar || p.records[p.firstChild(last-1)].kind != Identifier {
			p.report(r.start, r.end, "the variable of this loop has no initial value")
		}
	}
}

// forRest reads the rest of a loop with two semicolons.
func (p *parser) forRest(m mark) {
	p.checkInitializers()
	p.expect(tSemicolon)
	p.optionalExpression(tSemicolon)
	p.expect(tSemicolon)
	p.optionalExpression(tParenR)
	p.expect(tParenR)
	p.loopBody()
	p.emit(For, m)
}

func (p *parser) optionalExpression(end tok) {
	if p.tok.kind == end {
		p.hole()
		return
	}
	p.expression()
}

// checkInitializers reports constants and patterns without a value in the
// declaration that is the last record, if it is one.
func (p *parser) checkInitializers() {
	last := p.count() - 1
	if r := &p.records[last]; r.kind == Variables {
		p.children(last, func(c int32) { p.checkInitializer(r, c) })
	}
}

func (p *parser) checkInitializer(variables *record, declarator int32) {
	if first := p.firstChild(declarator); first != declarator-1 || p.failed {
		return
	}
	d := &p.records[declarator]
	if isPattern := p.records[declarator-1].kind != Identifier; isPattern || variables.op == tConst || variables.data == nameUsing {
		p.report(d.start, d.end, "a constant or pattern needs a value")
	}
}

// variables reads var, let, const and using; a statement ends with a semicolon
// and needs the values of constants.
func (p *parser) variables(m mark, statement bool) {
	async := p.tok.is(nameAwait)
	if async {
		p.next()
	}
	op, name := p.tok.kind, int32(-1)
	if op == tName {
		name = p.tok.name
	}
	switch {
	case name == nameUsing:
		p.use(usingDeclarations, Span{m.start, p.tok.end})
	case op != tVar:
		p.use(lexicalDeclarations, Span{p.tok.start, p.tok.end})
	}
	p.next()
	for {
		p.declarator(op != tVar)
		if !p.accept(tComma) {
			break
		}
	}
	if statement {
		p.semicolon()
	}
	r := p.emit(Variables, m)
	r.op, r.data = op, name
	if async {
		r.flags |= isAsync
	}
	if statement {
		p.checkInitializers()
	}
}

func (p *parser) declarator(lexical bool) {
	m := p.mark()
	if lexical && p.tok.is(nameLet) {
		p.report(p.tok.start, p.tok.end, "'let' cannot be declared so")
	}
	p.target()
	if p.accept(tAssign) {
		p.assignment()
	}
	p.emit(Declarator, m)
}
