package javascript

// literals holds the tokens that are an expression each.
var literals = [tokens]Kind{
	tNumber: Number, tBigInt: BigInt, tString: String, tThis: This, tNull: Null, tTrue: Boolean, tFalse: Boolean,
}

// primary reads an operand without what follows it. calls is false for the
// callee of new.
func (p *parser) primary(calls bool) {
	if p.enter() {
		p.operand(calls)
	}
	p.leave()
}

func (p *parser) operand(calls bool) {
	switch k := p.tok.kind; k {
	case tName:
		p.identifier(calls)
	case tParenL:
		p.parenthesised()
	case tFunction:
		p.function(Expression, p.mark(), false)
	case tClass:
		p.class(false)
	case tBracketL:
		p.array()
	case tBraceL:
		p.object()
	case tTemplate:
		p.templateLiteral(false)
	case tSlash, tSlashAssign:
		p.regularExpression()
	case tNew:
		p.construct()
	case tSuper:
		p.super()
	case tImport:
		p.importExpression()
	default:
		p.literal(k)
	}
}

func (p *parser) literal(k tok) {
	kind := literals[k]
	if kind == None {
		p.unexpected("expression expected")
		p.missing()
		return
	}
	if p.tok.legacy && p.strict {
		p.report(p.tok.start, p.tok.end, "strict code holds no old octal number or escape")
	}
	p.leaf(kind).op = k
}

func (p *parser) regularExpression() {
	if !p.regexp() {
		p.unexpected("regular expression without an end")
		p.missing()
		return
	}
	p.leaf(RegExp)
}

func (p *parser) super() {
	start := p.tok.start
	p.leaf(Super)
	switch p.tok.kind {
	case tParenL:
		if !p.is(inDerived) {
			p.report(start, p.prevEnd, "'super()' stands outside of a derived class's constructor")
		}
	case tDot, tBracketL:
		if !p.is(inMethod) {
			p.report(start, p.prevEnd, "'super' stands outside of a method")
		}
	default:
		p.unexpected("'(', '[' or '.' expected after 'super'")
	}
}

// identifier reads a name: a variable, or the beginning of an arrow or async
// function.
func (p *parser) identifier(calls bool) {
	m := p.mark()
	arrow := p.arrowAt == m.start && calls
	if p.tok.is(nameAsync) && p.async(m, arrow) {
		return
	}
	p.variable()
	if arrow && p.tok.kind == tArrow && !p.tok.newline {
		p.emit(Parameters, m)
		p.arrow(m, false)
	}
}

// variable reads a name that stands for a variable.
func (p *parser) variable() {
	t := p.tok
	if t.kind != tName {
		p.unexpected("name expected")
		p.missing()
		return
	}
	p.checkName(t)
	p.leaf(Identifier)
}

// checkName reports a name that is reserved where it stands.
func (p *parser) checkName(t lexeme) {
	bad := false
	switch n := t.name; {
	case n >= nameImplements && n <= nameYield:
		bad = p.strict || n == nameYield && p.is(inGenerator)
	case n == nameAwait:
		bad = p.module || p.is(inAsync|inStatic)
	case n == nameArguments:
		bad = p.is(inStatic) && !p.is(inFunction)
	}
	if bad {
		p.report(t.start, t.end, "'"+p.names[t.name]+"' is reserved here")
	}
}

// async reads what begins with the word async as a function or a call; false
// where the word is a variable like any other.
func (p *parser) async(m mark, arrow bool) bool {
	next := p.peek()
	switch {
	case next.newline:
	case next.kind == tFunction:
		p.next()
		p.function(Expression, m, true)
		return true
	case arrow && next.kind == tName && !next.is(nameOf) || arrow && next.is(nameOf) && !p.is(noIn):
		return p.asyncName(m)
	case arrow && next.kind == tParenL:
		p.asyncParentheses(m)
		return true
	}
	return false
}

// asyncName reads "async x => ...". It goes back where no arrow follows.
func (p *parser) asyncName(m mark) bool {
	s, end := p.save(), p.prevEnd
	p.next()
	params := p.mark()
	if next := p.peek(); next.kind != tArrow || next.newline {
		p.restore(s)
		p.prevEnd = end
		return false
	}
	p.variable()
	p.emit(Parameters, params)
	p.arrow(m, true)
	return true
}

// asyncParentheses reads "async (...)", which is a call until an arrow follows.
func (p *parser) asyncParentheses(m mark) {
	p.leaf(Identifier)
	params := p.mark()
	p.arguments()
	if p.tok.kind != tArrow || p.tok.newline || p.failed {
		p.emit(Call, m)
		return
	}
	p.records[m.first].kind = dropped
	p.emit(Parameters, params)
	p.arrow(m, true)
}

// parenthesised reads "(...)": an expression, or the parameters of an arrow function.
func (p *parser) parenthesised() {
	m := p.mark()
	arrow := p.arrowAt == m.start
	p.next()
	inner := p.tok.start
	count, last := 0, Span{}
	p.inContext(0, noIn, func() {
		for p.tok.kind != tParenR && p.tok.kind != tEOF {
			p.element()
			count++
			if last = (Span{p.tok.start, p.tok.end}); !p.accept(tComma) {
				last = Span{}
				break
			}
		}
	})
	end := p.prevEnd
	p.expect(tParenR)
	if arrow && p.tok.kind == tArrow && !p.tok.newline {
		if last.End != 0 {
			p.use(trailingCommas, last)
		}
		p.emit(Parameters, m)
		p.arrow(m, false)
		return
	}
	p.closeParenthesised(m, count, inner, end, last)
}

// closeParenthesised makes one expression of what stood between parentheses.
func (p *parser) closeParenthesised(m mark, count int, start, end int32, comma Span) {
	switch {
	case count == 0:
		p.unexpected("expression expected")
		p.missing()
	case count > 1:
		p.emitSpan(Sequence, m.first, start, end)
	}
	if comma.End != 0 && count > 0 {
		p.report(comma.Start, comma.End, "a comma cannot end an expression")
	}
	if r := p.last(); r.kind == Spread {
		p.report(r.start, r.end, "a spread element cannot stand alone")
	}
	p.last().flags |= isParenthesised
}

func (p *parser) array() {
	m := p.mark()
	p.next()
	p.inContext(0, noIn, func() {
		for p.tok.kind != tBracketR && p.tok.kind != tEOF {
			if p.tok.kind == tComma {
				p.hole()
				p.next()
				continue
			}
			p.element()
			if p.tok.kind != tBracketR {
				p.expect(tComma)
			}
		}
	})
	p.expect(tBracketR)
	p.emit(Array, m)
}

// templateLiteral reads a template from its first piece on.
func (p *parser) templateLiteral(tagged bool) {
	m := p.mark()
	p.use(templates, Span{p.tok.start, p.tok.end})
	for p.tok.kind == tTemplate {
		t := p.tok
		p.templateText(t, tagged)
		if t.tail {
			p.next()
			break
		}
		p.open++
		p.next()
		p.inContext(0, noIn, p.expression)
		if p.tok.kind != tBraceR {
			p.unexpected("'}' expected")
			break
		}
		p.open--
		p.resumeTemplate()
	}
	p.emit(Template, m)
}

// resumeTemplate scans the current token, a closing brace, as the beginning of
// the next piece of a template.
func (p *parser) resumeTemplate() {
	p.pos = p.tok.start
	p.tok = lexeme{start: p.pos}
	p.template()
	p.tok.end = p.pos
}

func (p *parser) templateText(t lexeme, tagged bool) {
	end := t.end - 2 // "${"
	if t.tail {
		end = max(t.end-1, t.start+1)
	}
	r := p.emitSpan(TemplateText, p.count(), t.start+1, end)
	if t.escaped {
		r.flags |= isEscaped
	}
	if !t.legacy {
		return
	}
	r.flags |= isLegacy
	if tagged {
		p.use(templateEscapes, Span{t.start, t.end})
	} else {
		p.report(t.start, t.end, "escape sequence in a template is not valid")
	}
}
