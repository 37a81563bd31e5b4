package javascript

// subscripts reads a primary expression and the members, indexes, templates and
// (where calls is true) calls that follow it.
func (p *parser) subscripts(calls bool) {
	m := p.mark()
	p.primary(calls)
	if p.lastIsArrow() {
		return
	}
	optional := false // within an optional chain
	for p.subscript(m, calls, &optional) {
	}
}

func (p *parser) subscript(m mark, calls bool, optional *bool) (more bool) {
	switch p.tok.kind {
	case tDot:
		p.next()
		p.memberName(m)
	case tBracketL:
		p.index(m)
	case tOptional:
		if !calls {
			p.report(p.tok.start, p.tok.end, "an optional chain cannot be constructed with 'new'")
		}
		*optional = true
		p.optional(m)
	case tParenL:
		if !calls {
			return false
		}
		p.call(m)
	case tTemplate:
		if *optional {
			p.report(p.tok.start, p.tok.end, "a template cannot follow an optional chain")
		}
		p.templateLiteral(true)
		p.emit(TaggedTemplate, m)
	default:
		return false
	}
	return !p.failed
}

// optional reads what follows "?.".
func (p *parser) optional(m mark) {
	p.use(optionalChaining, Span{p.tok.start, p.tok.end})
	p.next()
	switch p.tok.kind {
	case tParenL:
		p.call(m)
	case tBracketL:
		p.index(m)
	default:
		p.memberName(m)
	}
	p.last().flags |= isOptional
}

// memberName reads the name after a dot.
func (p *parser) memberName(m mark) {
	name, escaped := p.tok.name, p.tok.escaped
	switch {
	case p.tok.isPropertyName(), p.tok.kind == tPrivate:
		p.next()
	default:
		p.unexpected("property name expected")
		name = -1
	}
	r := p.emit(Member, m)
	r.data = name
	if escaped {
		r.flags |= isEscaped
	}
}

func (p *parser) index(m mark) {
	p.next()
	p.inContext(0, noIn, p.expression)
	name := p.constantKey()
	p.expect(tBracketR)
	r := p.emit(Member, m)
	r.flags |= isComputed
	r.data = name
}

// constantKey returns the name that the last record gives as a property's key,
// negative where it is not a string.
func (p *parser) constantKey() int32 {
	switch r := p.last(); {
	case r.kind == String:
		return p.stringName(r)
	case r.kind == Template && r.link == p.count()-2: // one text and nothing else
		text := &p.records[r.link]
		return p.intern([]byte(unescape(p.templateInside(text))))
	}
	return -1
}

// stringName interns the value of a String record.
func (p *parser) stringName(r *record) int32 {
	inside := stringInside(p.src[r.start:r.end])
	if r.flags&isEscaped != 0 {
		inside = []byte(unescape(inside))
	}
	return p.intern(inside)
}

// stringInside returns a string literal without its quotes; the closing one is
// absent from a literal that has no end.
func stringInside(literal []byte) []byte {
	if n := len(literal); n >= 2 && literal[n-1] == literal[0] {
		return literal[1 : n-1]
	}
	return literal[1:]
}

// templateInside returns the bytes of a TemplateText record, whose span leaves
// the delimiters out.
func (p *parser) templateInside(r *record) []byte { return p.src[r.start:r.end] }

func (p *parser) call(m mark) {
	p.arguments()
	p.emit(Call, m)
}

// arguments reads the arguments of a call in their parentheses.
func (p *parser) arguments() {
	p.next()
	p.inContext(0, noIn, func() {
		for p.tok.kind != tParenR && p.tok.kind != tEOF {
			p.element()
			if p.tok.kind == tParenR {
				break
			}
			comma := Span{p.tok.start, p.tok.end}
			p.expect(tComma)
			if p.tok.kind == tParenR {
				p.use(trailingCommas, comma)
			}
		}
	})
	p.expect(tParenR)
}

// element reads an expression that a spread may come before.
func (p *parser) element() {
	if p.tok.kind != tEllipsis {
		p.assignment()
		return
	}
	m := p.mark()
	p.use(restAndSpread, Span{p.tok.start, p.tok.end})
	p.next()
	p.assignment()
	p.emit(Spread, m)
}

// construct reads an expression with new, and new.target.
func (p *parser) construct() {
	m := p.mark()
	p.next()
	if p.accept(tDot) {
		p.metaProperty(m, nameTarget, newTarget)
		if !p.is(inTarget) {
			p.report(m.start, p.prevEnd, "'new.target' stands outside of a function")
		}
		return
	}
	if p.tok.kind == tImport {
		p.report(p.tok.start, p.tok.end, "'import' cannot be constructed")
	}
	p.subscripts(false)
	if p.tok.kind == tParenL {
		p.arguments()
	}
	p.emit(New, m)
}

func (p *parser) metaProperty(m mark, name int32, f feature) {
	if !p.tok.is(name) {
		p.unexpected("'" + p.names[name] + "' expected")
	} else {
		p.next()
	}
	p.emit(MetaProperty, m).data = name
	p.use(f, Span{m.start, p.prevEnd})
}

// importExpression reads import(module) and import.meta.
func (p *parser) importExpression() {
	m := p.mark()
	p.next()
	switch {
	case p.accept(tDot):
		p.metaProperty(m, nameMeta, importMeta)
		if !p.module {
			p.needsModule()
		}
	case p.tok.kind == tParenL:
		p.arguments()
		r := p.emit(ImportCall, m)
		p.use(dynamicImport, Span{r.start, r.end})
	default:
		p.unexpected("'(' expected after 'import'")
		p.emit(Bad, m)
	}
}
