package javascript

import "bytes"

// recover goes on after an error: past what cannot be read, to where a statement
// begins again. What it recognises on the way (member paths, calls, functions,
// templates) hangs, marked as broken, on a Bad node beside the statement that
// failed. level is how many brackets were open where that began, at start.
func (p *parser) recover(level int, start, first int32) {
	p.failed = false
	p.tok = p.held
	m := mark{p.tok.start, p.count()}
	if p.tok.start == start && p.tok.kind != tEOF {
		p.salvage()
	}
	for !p.resumes(level) {
		p.salvage()
	}
	p.open = level
	p.arrowAt, p.coverInit = -1, -1
	if p.count() > m.first {
		p.emit(Bad, m).flags |= isBroken
	}
	if p.count() == first {
		p.missing()
	}
}

// beginnings are the words that begin a statement and nothing else.
var beginnings = [tokens]bool{
	tVar: true, tConst: true, tIf: true, tFor: true, tWhile: true, tDo: true, tSwitch: true, tTry: true,
	tReturn: true, tThrow: true, tBreak: true, tContinue: true, tWith: true, tDebugger: true,
	tImport: true, tExport: true,
}

// resumes reports whether statements can be read again from the current token.
func (p *parser) resumes(level int) bool {
	switch k := p.tok.kind; k {
	case tEOF, tBraceL:
		return true
	case tSemicolon:
		if p.open <= level {
			p.next()
			return true
		}
	case tBraceR:
		return p.open <= level
	case tCase, tDefault:
		return p.open <= level
	case tFunction, tClass:
		return p.open <= level && p.tok.newline
	default:
		return beginnings[k] && (p.open <= level || p.tok.newline)
	}
	return false
}

// salvage reads one thing that means something without its surroundings, or
// passes a token.
func (p *parser) salvage() {
	switch p.tok.kind {
	case tName, tThis:
		p.chain()
	case tString:
		p.leaf(String).flags |= isBroken
	case tFunction, tClass, tTemplate:
		p.salvageOperand()
	default:
		p.pass()
	}
}

// salvageOperand reads an operand that may hold statements of its own.
func (p *parser) salvageOperand() {
	p.nesting++
	if p.nesting > maxNesting {
		p.pass()
	} else {
		p.arrowAt = -1
		p.operand(true)
	}
	p.nesting--
	if p.failed {
		p.failed = false
		p.tok = p.held
	}
}

// pass goes over a token that cannot be read, without closing more brackets
// than were opened.
func (p *parser) pass() {
	switch k := p.tok.kind; {
	case k == tParenR, k == tBracketR, k == tBraceR:
		p.open = max(p.open, 1)
	case (k == tSlash || k == tSlashAssign) && p.divides():
	case k == tSlash, k == tSlashAssign:
		if p.regexp() {
			p.leaf(RegExp).flags |= isBroken
			return
		}
	}
	p.next()
}

// divides tells by the byte before a slash whether it is a division.
func (p *parser) divides() bool {
	before := bytes.TrimRight(p.src[:p.tok.start], " \t")
	if len(before) == 0 {
		return false
	}
	c := before[len(before)-1]
	return isNamePart[c] || c == ')' || c == ']' || c == '}' || c == '"' || c == '\''
}

// chain reads a.b["c"] and a call after it, whose arguments it leaves.
func (p *parser) chain() {
	m := p.mark()
	if p.tok.kind == tThis {
		p.leaf(This).flags |= isBroken
	} else {
		p.leaf(Identifier).flags |= isBroken
	}
	for {
		switch p.tok.kind {
		case tDot, tOptional:
			t := p.peek()
			if !t.isPropertyName() {
				return
			}
			p.next()
			p.memberName(m)
			p.last().flags |= isBroken
		case tParenL:
			r := p.emit(Call, m)
			r.flags |= isBroken
			return
		default:
			return
		}
	}
}

// recoverMember goes on after an error in a class: to the next member.
func (p *parser) recoverMember(level int, start int32) {
	p.failed = false
	p.tok = p.held
	m := p.mark()
	if p.tok.start == start {
		p.pass()
	}
	for p.tok.kind != tEOF {
		atLevel := p.open <= level
		if p.tok.kind == tBraceL {
			p.block()
			if !p.failed {
				break
			}
			p.failed, p.tok = false, p.held
			continue
		}
		if p.tok.kind == tBraceR && atLevel || p.tok.newline && atLevel && p.tok.isPropertyName() {
			break
		}
		p.salvage()
	}
	p.open = level
	if p.count() > m.first {
		p.emit(Bad, m).flags |= isBroken
	}
	p.quiet = false
}
