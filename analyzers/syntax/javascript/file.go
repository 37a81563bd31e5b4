// Package javascript reads scripts and modules, ECMAScript 2025 and the using
// declarations of 2026, into a model made for rules.
//
// [Parse] gives a [File]: a table of nodes in the order of the text, each with
// its exact bytes; what every name refers to ([Symbol]); what every member path
// comes to through aliases ([Path]); and what the file defines for others
// ([File.Lookup]). It never fails: after a syntax error it goes on with the next
// statement, and marks what it could not read as a whole.
//
// A File does not change after Parse and may be used by many at once.
package javascript

import (
	"cmp"
	"go/token"
	"slices"
)

// MaxSize is the largest text that is read, in bytes.
const MaxSize = 64 << 20

// A Goal says what a text is meant as.
type Goal uint8

// The goals. Auto takes a text as a script, and as a module if only a module can
// be written so.
const (
	Auto Goal = iota
	Script
	Module
	FunctionBody // an event handler attribute: return may stand in it
)

// Options say how to read a text. The zero Options will do.
type Options struct {
	Goal Goal
	// Pos gives the position of a byte offset. Where it is nil, positions are
	// offsets plus one.
	Pos func(offset int) token.Pos
}

// A Span is a range of bytes of the text, the end excluded.
type Span struct{ Start, End int32 }

// A SyntaxError is a place where the text is not valid. What follows it was
// read nevertheless.
type SyntaxError struct {
	Span    Span
	Message string // "';' expected, found 'x'"
}

// A File is a text that was read.
type File struct {
	Source   []byte
	IsModule bool
	Errors   []SyntaxError // in the order of the text, 64 at most
	Features []Feature     // the first use of each, in the order of the text
	Comments []Span        // with their delimiters; "#!" and "<!--" are comments too

	pos     func(int) token.Pos
	names   []string
	index   map[string]int32 // of names
	records []record
	kinds   kindIndex
	owners  []owner
	members nameIndex

	symbols   []symbol
	uses      []int32 // identifiers, sorted by symbol
	sharesTop bool    // what the top declares is seen by other scripts
	places    *places
}

// Parse reads a text, which must be UTF-8 without byte order mark and must not
// be changed afterwards.
func Parse(src []byte, o Options) *File {
	f := &File{Source: src, pos: o.Pos}
	if f.pos == nil {
		f.pos = func(offset int) token.Pos { return token.Pos(offset + 1) }
	}
	p := new(parser)
	if len(src) > MaxSize {
		p.initialize(nil)
		p.report(0, 0, "script larger than 64 MB")
		p.program(Script)
	} else {
		p = parse(src, o.Goal)
	}
	f.IsModule = p.module
	f.names, f.Comments, f.Features = p.names, p.comments, p.features.list()
	f.records = arrange(p.records)
	f.index, f.sharesTop = p.lexer.index, !p.module && o.Goal != FunctionBody
	f.Errors = p.errors
	f.analyse()
	slices.SortStableFunc(f.Errors, func(a, b SyntaxError) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return f
}

func parse(src []byte, goal Goal) *parser {
	p := new(parser)
	p.initialize(src)
	p.records = make([]record, 0, len(src)/24+64)
	p.program(goal)
	if p.moduleSeen {
		return parse(src, Module)
	}
	return p
}

// program reads the whole text.
func (p *parser) program(goal Goal) {
	p.goal = goal
	p.coverInit, p.arrowAt = -1, -1
	switch goal {
	case Module:
		p.module, p.strict = true, true
	case FunctionBody:
		p.context = inFunction | inTarget
	default:
	}
	p.hashbang()
	p.scan()
	p.directives()
	p.list(tEOF)
	r := p.emitSpan(Program, 0, 0, p.size())
	r.flags &^= isBroken
	if p.strict {
		r.flags |= isStrict
	}
}

// IsComplete reports whether the text is valid.
func (f *File) IsComplete() bool { return len(f.Errors) == 0 }

// analyse adds to the nodes what they mean.
func (f *File) analyse() {
	f.kinds = indexKinds(f.records)
	f.owners = listOwners(f.records)
	f.members = indexMembers(f.records, len(f.names))
	f.resolve(f.declare())
	f.listUses()
	f.places = newPlaces(f)
	f.places.gather()
	f.places.evaluate()
}
