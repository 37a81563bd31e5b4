package javascript

// toTarget makes a target of an expression that was read before it was known to
// be one: (a, {b}) in (a, {b}) => a. A binding target declares its names and
// holds no members.
func (p *parser) toTarget(i int32, binding bool) {
	switch r := &p.records[i]; r.kind {
	case Identifier:
		p.identifierTarget(r, binding)
	case Member:
		if binding || r.flags&isOptional != 0 || p.isChain(i) {
			p.badTarget(r)
		}
		r.flags |= isWritten
	case Object, Array:
		p.toPattern(i, binding)
	case Assign:
		p.toDefault(i, binding)
	case DefaultPattern:
		if binding {
			p.toTarget(p.firstChild(i), true)
		}
	case ObjectPattern, ArrayPattern:
		if binding {
			p.toElements(i, true)
		}
	case Spread, Rest:
		p.toRest(i, binding)
	case Bad, Hole:
	default:
		p.badTarget(r)
	}
}

// toDefault makes a target with a default of an assignment.
func (p *parser) toDefault(i int32, binding bool) {
	r := &p.records[i]
	if r.op != tAssign || r.flags&isParenthesised != 0 {
		p.badTarget(r)
		return
	}
	r.kind, r.op = DefaultPattern, tEOF
	if binding {
		p.toTarget(p.firstChild(i), true)
	}
}

func (p *parser) badTarget(r *record) {
	if r.flags&isBroken == 0 {
		p.report(r.start, r.end, "nothing can be assigned to this")
	}
}

func (p *parser) identifierTarget(r *record, binding bool) {
	r.flags |= isWritten
	if binding && r.flags&isParenthesised != 0 {
		p.badTarget(r)
	}
	if p.strict && (r.data == nameEval || r.data == nameArguments) {
		p.report(r.start, r.end, "strict code cannot assign to '"+p.names[r.data]+"'")
	}
}

// isChain reports whether a Member hangs on an optional chain: a?.b.c.
func (p *parser) isChain(i int32) bool {
	for {
		r := &p.records[i]
		if r.kind != Member && r.kind != Call {
			return false
		}
		if r.flags&isOptional != 0 {
			return true
		}
		i = p.firstChild(i)
		if p.records[i].flags&isParenthesised != 0 {
			return false
		}
	}
}

// firstChild returns the first child of a record that has children.
func (p *parser) firstChild(i int32) int32 {
	first := i
	p.children(i, func(c int32) { first = c })
	return first
}

// toPattern makes a pattern of an object or array.
func (p *parser) toPattern(i int32, binding bool) {
	r := &p.records[i]
	if r.flags&isParenthesised != 0 {
		p.badTarget(r)
	}
	p.use(destructuring, Span{r.start, r.end})
	object := r.kind == Object
	r.kind = ArrayPattern
	if object {
		r.kind = ObjectPattern
	}
	p.toElements(i, binding)
}

// toElements makes targets of the children of a pattern.
func (p *parser) toElements(i int32, binding bool) {
	last := true
	p.children(i, func(c int32) {
		switch child := &p.records[c]; child.kind {
		case Property:
			p.toTargetProperty(c, binding)
		case Spread, Rest:
			if !last {
				p.report(child.start, child.end, "a rest element must be the last")
			}
			p.toRest(c, binding)
		default:
			p.toTarget(c, binding)
		}
		last = false
	})
}

// toTargetProperty makes a target of a property's value, which comes last.
func (p *parser) toTargetProperty(i int32, binding bool) {
	r := &p.records[i]
	if value := &p.records[i-1]; value.kind == Function && value.op >= tok(MethodBody) {
		p.badTarget(r)
		return
	}
	p.toTarget(i-1, binding)
}

func (p *parser) toRest(i int32, binding bool) {
	p.records[i].kind = Rest
	if target := &p.records[i-1]; target.kind == Assign {
		p.badTarget(target)
	}
	p.toTarget(i-1, binding)
}

// toSimpleTarget judges the operand of ++ and of += and its like.
func (p *parser) toSimpleTarget(i int32) {
	switch r := &p.records[i]; r.kind {
	case Identifier, Member:
		p.toTarget(i, false)
	default:
		p.badTarget(r)
	}
}

// target reads a binding target: a name or a pattern.
func (p *parser) target() {
	if p.enter() {
		switch p.tok.kind {
		case tBracketL:
			p.arrayTarget()
		case tBraceL:
			p.objectTarget()
		default:
			p.binding()
		}
	}
	p.leave()
}

// binding reads a name that is declared.
func (p *parser) binding() {
	p.variable()
	if r := p.last(); r.kind == Identifier && p.strict && (r.data == nameEval || r.data == nameArguments) {
		p.report(r.start, r.end, "strict code cannot declare '"+p.names[r.data]+"'")
	}
}

// element of a pattern or parameter list: a target with perhaps a default.
func (p *parser) defaultTarget() {
	m := p.mark()
	p.target()
	p.defaultValue(m)
}

// defaultValue reads the default of the target that begins at m.
func (p *parser) defaultValue(m mark) {
	if p.tok.kind == tAssign {
		p.next()
		p.inContext(0, noIn, p.assignment)
		p.emit(DefaultPattern, m)
	}
}

func (p *parser) restTarget() {
	m := p.mark()
	p.use(restAndSpread, Span{p.tok.start, p.tok.end})
	p.next()
	p.target()
	if p.tok.kind == tAssign {
		p.unexpected("a rest element has no default")
	}
	p.emit(Rest, m)
}

func (p *parser) arrayTarget() {
	m := p.mark()
	p.next()
	for p.tok.kind != tBracketR && p.tok.kind != tEOF {
		switch p.tok.kind {
		case tComma:
			p.hole()
			p.next()
			continue
		case tEllipsis:
			p.restTarget()
		default:
			p.defaultTarget()
		}
		if p.tok.kind != tBracketR {
			if p.last().kind == Rest {
				p.unexpected("a rest element must be the last")
			}
			p.expect(tComma)
		}
	}
	p.expect(tBracketR)
	r := p.emit(ArrayPattern, m)
	p.use(destructuring, Span{r.start, r.end})
}

func (p *parser) objectTarget() {
	m := p.mark()
	p.next()
	for p.tok.kind != tBraceR && p.tok.kind != tEOF {
		if p.tok.kind == tEllipsis {
			p.use(objectSpread, Span{p.tok.start, p.tok.end})
			p.restTarget()
		} else {
			p.targetProperty()
		}
		if p.tok.kind != tBraceR {
			if p.last().kind == Rest {
				p.unexpected("a rest element must be the last")
			}
			p.expect(tComma)
		}
	}
	p.expect(tBraceR)
	r := p.emit(ObjectPattern, m)
	p.use(destructuring, Span{r.start, r.end})
}

func (p *parser) targetProperty() {
	m := p.mark()
	if t := p.tok; t.kind == tName {
		if next := p.peek(); next.kind != tColon {
			p.binding()
			p.defaultValue(m)
			r := p.emit(Property, m)
			r.data = t.name
			r.flags |= isShorthand
			return
		}
	}
	key := p.propertyKey()
	p.expect(tColon)
	p.defaultTarget()
	p.emitProperty(Property, m, key)
}
