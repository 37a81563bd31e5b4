package javascript

// importDeclaration reads an import; false where the word begins an expression.
func (p *parser) importDeclaration(m mark) bool {
	if t := p.peek(); t.kind == tParenL || t.kind == tDot {
		return false
	}
	p.moduleOnly()
	p.next()
	if p.tok.kind != tString {
		p.importNames()
		p.from()
	} else {
		p.literal(tString)
	}
	p.attributes()
	p.semicolonAt(Import, m)
	return true
}

// moduleOnly notes that only a module can hold the current token.
func (p *parser) moduleOnly() {
	p.use(modules, Span{p.tok.start, p.tok.end})
	if !p.module {
		p.needsModule()
		return
	}
	if p.nesting > 1 {
		p.report(p.tok.start, p.tok.end, "'"+p.tok.kind.text()+"' stands inside of another statement")
	}
}

func (p *parser) importNames() {
	if p.tok.kind == tName {
		m := p.mark()
		p.binding()
		p.emit(ImportName, m).data = nameOf // a default import
		p.last().op = tDefault
		if !p.accept(tComma) {
			return
		}
	}
	switch p.tok.kind {
	case tStar:
		m := p.mark()
		p.next()
		p.word(nameAs)
		p.binding()
		p.emit(ImportName, m).op = tStar
	case tBraceL:
		p.braced(p.importName)
	default:
		p.unexpected("'{' or '*' expected")
	}
}

// word passes a word that means something here alone.
func (p *parser) word(name int32) {
	if !p.tok.is(name) {
		p.unexpected("'" + p.names[name] + "' expected")
		return
	}
	p.next()
}

// braced reads a list in braces, of which item reads one.
func (p *parser) braced(item func()) {
	p.expect(tBraceL)
	for p.tok.kind != tBraceR && p.tok.kind != tEOF {
		item()
		if p.tok.kind != tBraceR {
			p.expect(tComma)
		}
	}
	p.expect(tBraceR)
}

func (p *parser) importName() {
	m := p.mark()
	t := p.tok
	if next := p.peek(); t.kind == tName && !next.is(nameAs) {
		p.binding()
	} else {
		p.moduleName()
		p.word(nameAs)
		p.binding()
	}
	p.emit(ImportName, m)
}

// moduleName reads a name that a module gives something out by: any word, or a
// string.
func (p *parser) moduleName() {
	switch {
	case p.tok.kind == tString:
		p.use(moduleStrings, Span{p.tok.start, p.tok.end})
		p.literal(tString)
	case p.tok.isPropertyName():
		p.leaf(Name)
	default:
		p.unexpected("name expected")
		p.missing()
	}
}

// from reads the word from and the module's address.
func (p *parser) from() {
	p.word(nameFrom)
	p.address()
}

func (p *parser) address() {
	if p.tok.kind != tString {
		p.unexpected("string expected")
		p.missing()
		return
	}
	p.literal(tString)
}

// attributes reads "with { type: 'json' }" where it is there.
func (p *parser) attributes() {
	if p.tok.kind != tWith {
		return
	}
	m := p.mark()
	p.next()
	p.braced(func() {
		m := p.mark()
		key := p.propertyKey()
		p.expect(tColon)
		p.address()
		p.emitProperty(Property, m, key)
	})
	p.emit(Attributes, m)
	p.use(importAttributes, Span{m.start, p.prevEnd})
}

// export reads any of the declarations that begin with export.
func (p *parser) export(m mark) {
	p.moduleOnly()
	p.next()
	switch p.tok.kind {
	case tStar:
		p.exportAll(m)
	case tBraceL:
		p.braced(p.exportName)
		if p.tok.is(nameFrom) {
			p.from()
			p.attributes()
		}
		p.semicolonAt(ExportNamed, m)
	case tDefault:
		p.exportDefault(m)
	case tVar:
		p.statementHere()
		p.emit(Export, m)
	default:
		if !p.declaration() {
			p.unexpected("declaration expected")
			p.missing()
		}
		p.emit(Export, m)
	}
}

func (p *parser) exportAll(m mark) {
	p.next()
	if p.tok.is(nameAs) {
		p.next()
		p.moduleName()
		p.use(exportNamespace, Span{m.start, p.prevEnd})
	}
	p.from()
	p.attributes()
	p.semicolonAt(ExportAll, m)
}

func (p *parser) exportName() {
	m := p.mark()
	if p.tok.kind == tName {
		p.leaf(Identifier)
	} else {
		p.moduleName()
	}
	if p.tok.is(nameAs) {
		p.next()
		p.moduleName()
	}
	p.emit(ExportName, m)
}

func (p *parser) exportDefault(m mark) {
	p.next()
	inner := p.mark()
	switch t := p.tok; {
	case t.kind == tFunction:
		p.function(Expression, inner, false)
		p.last().op = tok(Declaration)
	case t.is(nameAsync) && p.isAsyncFunction():
		p.next()
		p.function(Expression, inner, true)
		p.last().op = tok(Declaration)
	case t.kind == tClass:
		p.class(false)
		p.last().op = tok(Declaration)
	default:
		p.assignment()
		p.semicolon()
	}
	p.emit(Export, m).flags |= isDefault
}
