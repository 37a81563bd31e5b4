package javascript

// A propertyKey is what is known of a key when its property ends.
type propertyKey struct {
	name     int32 // negative for a computed key that is not a string
	computed bool
}

// propertyKey reads the key of a property, method or field as one record.
func (p *parser) propertyKey() propertyKey {
	switch t := p.tok; {
	case t.isPropertyName():
		p.leaf(Name)
		return propertyKey{name: t.name}
	case t.kind == tString:
		p.literal(tString)
		return propertyKey{name: p.stringName(p.last())}
	case t.kind == tNumber, t.kind == tBigInt:
		p.literal(t.kind)
		return propertyKey{name: p.intern(numberName(p.src[t.start:t.end]))}
	case t.kind == tPrivate:
		p.leaf(PrivateName)
		return propertyKey{name: t.name}
	case t.kind == tBracketL:
		return p.computedKey()
	}
	p.unexpected("property name expected")
	p.missing()
	return propertyKey{name: -1}
}

func (p *parser) computedKey() propertyKey {
	p.use(computedNames, Span{p.tok.start, p.tok.end})
	p.next()
	p.inContext(0, noIn, p.assignment)
	name := p.constantKey()
	p.expect(tBracketR)
	return propertyKey{name: name, computed: true}
}

// emitProperty emits the property, method or field that begins at m.
func (p *parser) emitProperty(kind Kind, m mark, key propertyKey) *record {
	r := p.emit(kind, m)
	r.data = key.name
	if key.computed {
		r.flags |= isComputed
	}
	return r
}

func (p *parser) object() {
	m := p.mark()
	p.next()
	proto := false
	p.inContext(0, noIn, func() {
		for p.tok.kind != tBraceR && p.tok.kind != tEOF {
			if p.tok.kind == tEllipsis {
				p.use(objectSpread, Span{p.tok.start, p.tok.end})
				p.element()
			} else {
				p.property(&proto)
			}
			if p.tok.kind != tBraceR {
				p.expect(tComma)
			}
		}
	})
	p.expect(tBraceR)
	p.emit(Object, m)
}

func (p *parser) property(proto *bool) {
	m := p.mark()
	if p.tok.kind == tPrivate {
		p.report(p.tok.start, p.tok.end, "an object has no private names")
	}
	mods := p.modifiers(false)
	t := p.tok
	key := p.propertyKey()
	switch {
	case p.tok.kind == tParenL || mods.any():
		p.use(shorthand, Span{m.start, p.prevEnd})
		p.method(mods)
		p.emitProperty(Property, m, key)
	case p.accept(tColon):
		p.propertyValue(m, t, key, proto)
	case t.kind == tName:
		p.shorthand(m, t)
	default:
		p.unexpected("':' expected")
		p.missing()
		p.emitProperty(Property, m, key)
	}
}

func (p *parser) propertyValue(m mark, t lexeme, key propertyKey, proto *bool) {
	if key.name == nameProto && !key.computed {
		if *proto && p.coverInit < 0 {
			p.protoTwice(Span{t.start, t.end})
		}
		*proto = true
	}
	p.assignment()
	p.emitProperty(Property, m, key)
}

// protoTwice reports a second __proto__, unless the object turns out a pattern.
func (p *parser) protoTwice(at Span) {
	p.coverInit, p.coverText = at.Start, "an object has one '__proto__' at most"
}

// shorthand completes {a} and {a = 1}, whose name is the last record.
func (p *parser) shorthand(m mark, t lexeme) {
	p.use(shorthand, Span{t.start, t.end})
	p.checkName(t)
	p.last().kind = Identifier
	if p.tok.kind == tAssign {
		if p.coverInit < 0 {
			p.coverInit, p.coverText = p.tok.start, "'=' stands in an object that is no pattern"
		}
		p.toTarget(p.count()-1, false)
		p.defaultValue(m)
	}
	r := p.emit(Property, m)
	r.data = t.name
	r.flags |= isShorthand
}

// modifiers are the words before the name of a method or field.
type modifiers struct {
	kind                     FunctionKind // Getter, Setter or MethodBody
	async, generator, static bool
}

// any reports whether a method must follow.
func (m modifiers) any() bool { return m.async || m.generator || m.kind != MethodBody }

// modifiers reads static, async, *, get and set. Each is a name itself where no
// name follows it.
func (p *parser) modifiers(class bool) modifiers {
	mods := modifiers{kind: MethodBody}
	if class && p.tok.is(nameStatic) && p.modifies(true) {
		mods.static = true
		p.next()
	}
	if p.tok.is(nameAsync) && p.modifies(false) {
		mods.async = true
		p.next()
	}
	if p.tok.kind == tStar {
		mods.generator = true
		p.next()
		return mods
	}
	if accessor := p.tok.is(nameGet); !mods.async && (accessor || p.tok.is(nameSet)) && p.modifies(true) {
		mods.kind = Setter
		if accessor {
			mods.kind = Getter
		}
		p.next()
	}
	return mods
}

// modifies reports whether the current word comes before a name. The name may
// stand on the next line only where acrossLines is true.
func (p *parser) modifies(acrossLines bool) bool {
	word := p.tok.name
	t := p.peek()
	if t.newline && !acrossLines {
		return false
	}
	switch t.kind {
	case tString, tNumber, tBigInt, tPrivate, tBracketL:
		return true
	case tStar:
		return word != nameGet && word != nameSet
	case tBraceL:
		return word == nameStatic
	default:
	}
	return t.isPropertyName()
}

// numberName returns the property name that a number written plainly gives; any
// other number gives itself.
func numberName(text []byte) []byte {
	if n := len(text); n > 1 && text[n-1] == 'n' {
		return text[:n-1]
	}
	return text
}
