package javascript

// Bounds of what is read. A real bundle nests 5,000 brackets at most.
const (
	maxErrors  = 64
	maxNesting = 60_000 // units: a bracket in an expression takes three
)

// context says what may stand where the parser is.
type context uint16

const (
	inFunction  context = 1 << iota // return
	inAsync                         // await
	inGenerator                     // yield
	inLoop                          // continue
	inBreakable                     // break
	noIn                            // the head of a for: "in" ends the expression
	inMethod                        // super.x
	inDerived                       // super()
	inTarget                        // new.target
	inStatic                        // a static block or field: no await, no arguments
)

// A parser reads a text into records. A record comes after those of its
// children, so that a left operand needs no name before its operator is seen.
//
// After a syntax error the parser pretends to be at the end of the text: all
// functions return, each completing its node with what it has, down to the
// innermost list of statements, which goes on after the error (recovery.go).
type parser struct {
	lexer

	records []record
	prevEnd int32 // end of the token before the current one
	context context
	nesting int // see maxNesting
	open    int // brackets open

	failed bool   // pretending to be at the end
	held   lexeme // the token that the error is at
	quiet  bool   // the error before this one has not been got over

	arrowAt    int32 // where an arrow function may begin
	coverInit  int32 // first {a = 1} that is no pattern yet, negative where none
	coverText  string
	seen       stamps
	labels     []label
	goal       Goal
	moduleSeen bool // the text can only be a module
}

type label struct {
	name int32
	loop bool
}

// next goes to the next lexeme.
func (p *parser) next() {
	if p.failed {
		return
	}
	switch p.tok.kind {
	case tParenL, tBracketL, tBraceL:
		p.open++
	case tParenR, tBracketR, tBraceR:
		p.open--
	default:
	}
	p.prevEnd = p.tok.end
	p.scan()
}

func (p *parser) accept(k tok) bool {
	if p.tok.kind != k {
		return false
	}
	p.next()
	return true
}

// expect passes a token that must come.
func (p *parser) expect(k tok) {
	if !p.accept(k) {
		p.unexpected("'" + k.text() + "' expected")
	}
}

// semicolon passes the end of a statement, which may be left out before a line
// end or a closing brace.
func (p *parser) semicolon() {
	if p.accept(tSemicolon) || p.tok.newline || p.tok.kind == tBraceR || p.tok.kind == tEOF {
		return
	}
	p.unexpected("';' expected")
}

// unexpected is fail with words on the token that was found.
func (p *parser) unexpected(expected string) {
	if p.failed {
		return
	}
	found := "found '" + string(p.src[p.tok.start:min(p.tok.end, p.tok.start+40)]) + "'"
	if p.tok.kind == tEOF {
		found = "found the end of the script"
	}
	p.fail(expected + ", " + found)
}

// fail records an error at the current token that the parser cannot get over,
// and pretends to be at the end of the text from now on.
func (p *parser) fail(message string) {
	if p.failed {
		return
	}
	if !p.quiet {
		p.report(p.tok.start, max(p.tok.end, p.tok.start), message)
	}
	p.failed, p.quiet = true, true
	p.held = p.tok
	p.tok = lexeme{kind: tEOF, start: p.prevEnd, end: p.prevEnd, newline: true}
}

// needsModule notes that only a module can hold the current token. Where that
// was open so far the rest is not read: the text is read anew.
func (p *parser) needsModule() {
	if p.goal != Auto || p.failed {
		p.report(p.tok.start, p.tok.end, "only a module can hold this")
		return
	}
	p.moduleSeen = true
	p.pos = p.size()
	p.tok = lexeme{start: p.pos, end: p.pos, newline: true}
	p.held = p.tok
	p.failed = true
}

// enter counts a level of nesting; leave must follow. It reports whether the
// level may be read: too deep a text is an error like any other.
func (p *parser) enter() bool {
	p.nesting++
	if p.nesting <= maxNesting {
		return true
	}
	p.fail("nested too deep")
	p.missing()
	return false
}

func (p *parser) leave() { p.nesting-- }

// inContext runs f with some bits of the context set and others cleared.
func (p *parser) inContext(set, clearBits context, f func()) {
	old := p.context
	p.context = old&^clearBits | set
	f()
	p.context = old
}

func (p *parser) is(c context) bool { return p.context&c != 0 }

// A mark is where a node begins: in the text and among the records.
type mark struct{ start, first int32 }

func (p *parser) mark() mark { return mark{p.tok.start, p.count()} }

func (p *parser) count() int32 { return int32(len(p.records)) } //nolint:gosec // fewer than bytes, see MaxSize

// emit adds the node that begins at m and ends with the last token; all records
// since m are its descendants. The pointer holds until the next emit.
func (p *parser) emit(kind Kind, m mark) *record {
	return p.emitSpan(kind, m.first, m.start, max(p.prevEnd, m.start))
}

func (p *parser) emitSpan(kind Kind, first, start, end int32) *record {
	var f flags
	if p.failed {
		f = isBroken
	}
	if len(p.records) == cap(p.records) {
		p.room(end)
	}
	p.records = append(p.records, record{kind: kind, flags: f, start: start, end: end, link: first, data: -1})
	return p.last()
}

// room makes room for as many nodes as the rest of the text will have, if it is
// like what stands before a place.
func (p *parser) room(at int32) {
	have := len(p.records)
	perByte := min(float64(have)/float64(max(at, 1)), 1)
	more := min(int(float64(p.size()-at)*perByte*1.04), 3*have)
	more = max(more, have/8) + 64 // nodes that end with the text come all at once
	p.records = append(make([]record, 0, have+more), p.records...)
}

func (p *parser) last() *record { return &p.records[len(p.records)-1] }

// missing adds a node for what should be here and is not.
func (p *parser) missing() { p.emitSpan(Bad, p.count(), p.tok.start, p.tok.start).flags |= isBroken }

func (p *parser) hole() { p.emitSpan(Hole, p.count(), p.tok.start, p.tok.start) }

// leaf adds a node of one token and passes it.
func (p *parser) leaf(kind Kind) *record {
	t := p.tok
	p.next()
	r := p.emitSpan(kind, p.count(), t.start, t.end)
	if t.isPropertyName() || t.kind == tPrivate {
		r.data = t.name
	}
	if t.escaped {
		r.flags |= isEscaped
	}
	return r
}

// children calls f for each child of a record, the last first.
func (p *parser) children(i int32, f func(child int32)) {
	for c := i - 1; c >= p.records[i].link; c = p.records[c].link - 1 {
		f(c)
	}
}
