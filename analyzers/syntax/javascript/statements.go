package javascript

// list reads statements up to a closing token, which stays.
func (p *parser) list(end tok) {
	for p.tok.kind != end && p.tok.kind != tEOF {
		p.item()
	}
}

// item reads a statement of a list: a declaration, too, may stand there. It gets
// over an error.
func (p *parser) item() {
	level, start, first := p.open, p.tok.start, p.count()
	if p.enter() {
		if !p.declaration() {
			p.statementHere()
		}
	}
	p.leave()
	if p.coverInit >= 0 {
		p.report(p.coverInit, p.coverInit+1, p.coverText)
		p.coverInit = -1
	}
	if p.failed {
		p.recover(level, start, first)
	} else {
		p.quiet = false
	}
}

// declaration reads what may stand in a list of statements alone; false where
// there is none.
func (p *parser) declaration() bool {
	m := p.mark()
	switch t := p.tok; {
	case t.kind == tFunction:
		p.function(Declaration, m, false)
	case t.kind == tClass:
		p.class(true)
	case t.kind == tConst:
		p.variables(m, true)
	case t.is(nameLet) && p.declares():
		p.variables(m, true)
	case t.is(nameAsync) && p.isAsyncFunction():
		p.next()
		p.function(Declaration, m, true)
	case (t.is(nameUsing) || t.is(nameAwait)) && p.isUsing():
		p.variables(m, true)
	case t.kind == tImport:
		return p.importDeclaration(m)
	case t.kind == tExport:
		p.export(m)
	default:
		return false
	}
	return true
}

// declares reports whether the word let begins a declaration: a name or pattern
// follows.
func (p *parser) declares() bool {
	switch t := p.peek(); t.kind {
	case tName, tEscapedKeyword, tBracketL, tBraceL:
		return true
	default:
		return t.kind.isReserved() && t.kind != tIn && t.kind != tInstanceof
	}
}

func (p *parser) isAsyncFunction() bool {
	t := p.peek()
	return t.kind == tFunction && !t.newline
}

// isUsing reports whether "using x" or "await using x" begins here.
func (p *parser) isUsing() bool {
	s := p.save()
	defer p.restore(s)
	if p.tok.name == nameAwait {
		if !p.is(inAsync) && (!p.module || p.is(inFunction|inStatic)) {
			return false
		}
		p.scan()
		if !p.tok.is(nameUsing) || p.tok.newline {
			return false
		}
	}
	p.scan()
	return p.tok.kind == tName && !p.tok.newline && !p.tok.is(nameOf)
}

// statement reads a statement that is the body of another.
func (p *parser) statement() {
	if p.enter() {
		switch t := p.tok; {
		case t.kind == tClass, t.kind == tConst, t.is(nameLet) && p.declaresHere(), t.is(nameAsync) && p.isAsyncFunction():
			p.report(t.start, t.end, "a declaration cannot stand here without braces")
			p.declaration()
		case t.kind == tFunction:
			p.bareFunction(t)
		default:
			p.statementHere()
		}
	}
	p.leave()
}

// declaresHere is declares where no list is: only "let [" is then no variable,
// unless a name follows on the line.
func (p *parser) declaresHere() bool {
	t := p.peek()
	return t.kind == tBracketL || !t.newline && p.declares()
}

// bareFunction reads a function that is the body of an if or a label: sloppy
// code may have it.
func (p *parser) bareFunction(t lexeme) {
	if p.strict {
		p.report(t.start, t.end, "a function cannot stand here without braces")
	}
	p.function(Declaration, p.mark(), false)
}

func (p *parser) statementHere() {
	m := p.mark()
	if p.control(m) {
		return
	}
	switch p.tok.kind {
	case tBraceL:
		p.block()
	case tSemicolon:
		p.next()
		p.emit(Empty, m)
	case tVar:
		p.variables(m, true)
	case tDebugger:
		p.next()
		p.semicolonAt(Debugger, m)
	case tThrow:
		p.throw(m)
	case tReturn:
		p.returns(m)
	case tBreak, tContinue:
		p.jump(m)
	case tTry:
		p.try(m)
	case tWith:
		p.with(m)
	default:
		p.expressionStatement(m)
	}
}

// semicolonAt passes the end of the statement that begins at m and emits it.
func (p *parser) semicolonAt(kind Kind, m mark) *record {
	p.semicolon()
	return p.emit(kind, m)
}

func (p *parser) block() {
	m := p.mark()
	p.expect(tBraceL)
	p.list(tBraceR)
	p.expect(tBraceR)
	p.emit(Block, m)
}

func (p *parser) expressionStatement(m mark) {
	t := p.tok
	p.expression()
	if last := p.last(); t.kind == tName && p.tok.kind == tColon && last.kind == Identifier && last.flags&isParenthesised == 0 {
		p.labeled(m, t)
		return
	}
	p.semicolonAt(ExpressionStatement, m)
}

// labeled reads the statement after a label, whose name is the last record.
func (p *parser) labeled(m mark, t lexeme) {
	p.last().kind = dropped
	p.next()
	for _, l := range p.labels {
		if l.name == t.name {
			p.report(t.start, t.end, "the label '"+p.names[t.name]+"' is already there")
			break
		}
	}
	loop := p.tok.kind == tFor || p.tok.kind == tWhile || p.tok.kind == tDo
	p.labels = append(p.labels, label{t.name, loop})
	p.statement()
	p.labels = p.labels[:len(p.labels)-1]
	p.emit(Labeled, m).data = t.name
}

func (p *parser) throw(m mark) {
	p.next()
	if p.tok.newline {
		p.unexpected("expression expected on the line of 'throw'")
	}
	p.expression()
	p.semicolonAt(Throw, m)
}

func (p *parser) returns(m mark) {
	if !p.is(inFunction) {
		p.report(p.tok.start, p.tok.end, "'return' stands outside of a function")
	}
	p.next()
	if k := p.tok.kind; k != tSemicolon && k != tBraceR && k != tEOF && !p.tok.newline {
		p.expression()
	}
	p.semicolonAt(Return, m)
}

// jump reads break and continue.
func (p *parser) jump(m mark) {
	word := p.tok
	p.next()
	name := int32(-1)
	if p.tok.kind == tName && !p.tok.newline {
		name = p.tok.name
		p.next()
	}
	p.checkJump(word, name)
	kind := Break
	if word.kind == tContinue {
		kind = Continue
	}
	p.semicolonAt(kind, m).data = name
}

func (p *parser) checkJump(word lexeme, name int32) {
	jumps := word.kind == tBreak
	if name < 0 {
		if jumps && !p.is(inBreakable) || !jumps && !p.is(inLoop) {
			p.report(word.start, word.end, "'"+word.kind.text()+"' stands outside of a loop")
		}
		return
	}
	for _, l := range p.labels {
		if l.name == name && (jumps || l.loop) {
			return
		}
	}
	p.report(word.start, p.prevEnd, "no label '"+p.names[name]+"' is around this")
}

func (p *parser) with(m mark) {
	if p.strict {
		p.report(p.tok.start, p.tok.end, "strict code has no 'with'")
	}
	p.next()
	p.condition()
	p.statement()
	p.emit(With, m)
}

// condition reads an expression in parentheses.
func (p *parser) condition() {
	p.expect(tParenL)
	p.expression()
	p.expect(tParenR)
}

func (p *parser) try(m mark) {
	p.next()
	p.block()
	handled := p.tok.kind == tCatch
	if handled {
		p.catch()
	}
	if p.accept(tFinally) {
		p.block()
	} else if !handled {
		p.unexpected("'catch' or 'finally' expected")
	}
	p.emit(Try, m)
}

func (p *parser) catch() {
	m := p.mark()
	p.next()
	if p.accept(tParenL) {
		p.target()
		p.expect(tParenR)
	} else {
		p.use(optionalCatch, Span{m.start, p.prevEnd})
	}
	p.block()
	p.emit(Catch, m)
}
