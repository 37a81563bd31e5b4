package javascript

// expression reads an expression with its commas.
func (p *parser) expression() {
	m := p.mark()
	p.assignment()
	if p.tok.kind != tComma {
		return
	}
	for p.accept(tComma) {
		p.assignment()
	}
	p.emit(Sequence, m)
}

// assignment reads an expression without commas.
func (p *parser) assignment() {
	if p.enter() {
		p.assignmentHere()
	}
	p.leave()
}

func (p *parser) assignmentHere() {
	if p.is(inGenerator) && p.tok.is(nameYield) {
		p.yield()
		return
	}
	m := p.mark()
	p.arrowAt = m.start
	cover := p.coverInit
	p.coverInit = -1
	p.conditional()
	if p.tok.kind.isAssignment() && !p.lastIsArrow() {
		p.assign(m)
		p.coverInit = -1
	}
	if cover >= 0 {
		p.coverInit = cover
	}
}

// assign reads the rest of an assignment whose target is the last record.
func (p *parser) assign(m mark) {
	op := p.tok.kind
	if op == tAssign {
		p.toTarget(p.count()-1, false)
	} else {
		p.toSimpleTarget(p.count() - 1)
	}
	at := Span{p.tok.start, p.tok.end}
	switch op {
	case tPowerAssign:
		p.use(exponent, at)
	case tAndAndAssign, tOrOrAssign, tNullishAssign:
		p.use(logicalAssignment, at)
	default:
	}
	p.next()
	p.assignment()
	p.emit(Assign, m).op = op
}

func (p *parser) yield() {
	m := p.mark()
	p.next()
	delegate := !p.tok.newline && p.accept(tStar)
	if delegate || !p.tok.newline && p.beginsExpression() {
		p.assignment()
	}
	r := p.emit(Yield, m)
	if delegate {
		r.flags |= isGenerator
	}
}

// beginsExpression reports whether the current token may follow yield as its
// operand.
func (p *parser) beginsExpression() bool {
	switch p.tok.kind {
	case tEOF, tBraceR, tParenR, tBracketR, tComma, tSemicolon, tColon, tIn, tQuestion:
		return false
	default:
	}
	return !p.tok.is(nameOf)
}

func (p *parser) conditional() {
	m := p.mark()
	p.binary(0)
	if p.tok.kind != tQuestion || p.lastIsArrow() {
		return
	}
	p.next()
	p.inContext(0, noIn, p.assignment)
	p.expect(tColon)
	p.assignment()
	p.emit(Conditional, m)
}

// binary reads operands joined by operators that bind tighter than limit.
func (p *parser) binary(limit uint8) {
	m := p.mark()
	if p.tok.kind == tPrivate {
		p.privateIn()
	} else {
		p.unary()
	}
	if p.lastIsArrow() {
		return
	}
	for {
		op := p.tok.kind
		level := precedence[op]
		if level <= limit || op == tIn && p.is(noIn) {
			return
		}
		p.operator(op, m.start)
		p.next()
		if op == tPower { // the only operator that groups to the right
			level--
		}
		if p.enter() {
			p.binary(level)
		}
		p.leave()
		p.checkMixed(op)
		kind := Binary
		if level <= precedence[tAndAnd] {
			kind = Logical
		}
		p.emit(kind, m).op = op
	}
}

// operator judges the left operand of an operator, which is the last record.
func (p *parser) operator(op tok, start int32) {
	switch left := p.last(); op {
	case tPower:
		p.use(exponent, Span{p.tok.start, p.tok.end})
		if (left.kind == Unary || left.kind == Await) && left.flags&isParenthesised == 0 && start == left.start {
			p.report(p.tok.start, p.tok.end, "the operand before '**' needs parentheses")
		}
	case tNullish:
		p.use(nullish, Span{p.tok.start, p.tok.end})
	default:
	}
	p.checkMixed(op)
}

// checkMixed reports ?? beside || or && without parentheses: an operand that is
// the last record and an operator.
func (p *parser) checkMixed(op tok) {
	operand := p.last()
	if operand.kind != Logical || operand.flags&isParenthesised != 0 {
		return
	}
	isLogical := precedence[op] > 0 && precedence[op] <= precedence[tAndAnd]
	if isLogical && (op == tNullish) != (operand.op == tNullish) {
		p.report(operand.start, p.prevEnd, "'??' beside '||' or '&&' needs parentheses")
	}
}

// privateIn reads "#name" where only "#name in object" may stand.
func (p *parser) privateIn() {
	start := p.tok.start
	p.leaf(PrivateName)
	p.use(privateIn, Span{start, p.prevEnd})
	if p.tok.kind != tIn || p.is(noIn) {
		p.unexpected("'in' expected after a private name")
	}
}

// prefix holds the operators before an operand.
var prefix = [tokens]bool{
	tNot: true, tTilde: true, tPlus: true, tMinus: true, tTypeof: true, tVoid: true, tDelete: true,
	tIncrement: true, tDecrement: true,
}

func (p *parser) unary() {
	switch {
	case prefix[p.tok.kind]:
		if p.enter() {
			p.prefixed()
		}
		p.leave()
	case p.isAwait():
		if p.enter() {
			p.await()
		}
		p.leave()
	default:
		p.postfix()
	}
}

func (p *parser) prefixed() {
	m := p.mark()
	op := p.tok.kind
	p.next()
	p.unary()
	if op == tIncrement || op == tDecrement {
		p.toSimpleTarget(p.count() - 1)
		p.emit(Update, m).op = op
		return
	}
	if op == tDelete {
		p.checkDelete()
	}
	p.emit(Unary, m).op = op
}

func (p *parser) checkDelete() {
	operand := p.last()
	switch {
	case operand.kind == Identifier && p.strict:
		p.report(operand.start, operand.end, "strict code cannot delete a variable")
	case operand.kind == Member && p.isPrivateMember(p.count()-1):
		p.report(operand.start, operand.end, "a private field cannot be deleted")
	}
}

// isPrivateMember reports whether a Member record is of the form x.#name.
func (p *parser) isPrivateMember(i int32) bool {
	r := &p.records[i]
	return r.data >= 0 && p.names[r.data][:1] == "#" && r.flags&isComputed == 0
}

// isAwait reports whether the current token is await with an operand.
func (p *parser) isAwait() bool {
	if !p.tok.is(nameAwait) {
		return false
	}
	if p.is(inAsync) {
		return true
	}
	if p.is(inFunction | inStatic) {
		return false
	}
	if p.module {
		return true
	}
	// A script in which a name or literal follows must be meant as a module.
	t := p.peek()
	if !t.newline && (t.kind == tName && !t.is(nameOf) || t.kind == tNew || t.kind == tString || t.kind == tThis || t.kind == tImport) {
		p.needsModule()
	}
	return false
}

func (p *parser) await() {
	m := p.mark()
	p.next()
	p.unary()
	p.emit(Await, m)
	if !p.is(inAsync) {
		p.use(topLevelAwait, Span{m.start, m.start + 5})
	}
}

func (p *parser) postfix() {
	m := p.mark()
	p.subscripts(true)
	if op := p.tok.kind; (op == tIncrement || op == tDecrement) && !p.tok.newline && !p.lastIsArrow() {
		p.toSimpleTarget(p.count() - 1)
		p.next()
		r := p.emit(Update, m)
		r.op = op
		r.flags |= isGenerator // after its operand
	}
}

// lastIsArrow reports whether the last record is an arrow function that no
// operator may follow.
func (p *parser) lastIsArrow() bool {
	r := p.last()
	return r.kind == Function && r.op == tok(Arrow) && r.flags&isParenthesised == 0
}
