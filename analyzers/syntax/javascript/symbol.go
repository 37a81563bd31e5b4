package javascript

import "iter"

// A Symbol is what a name refers to: a variable, function, class, parameter or
// import of the file, or a global that the file does not declare. Symbols are
// compared with ==; the zero Symbol is none.
type Symbol struct {
	file *File
	id   int32
}

// A SymbolKind tells how a name is declared.
type SymbolKind uint8

// The kinds of symbols.
const (
	Undeclared SymbolKind = iota // a global that the file does not declare
	Var
	Lexical // let, const, using
	Func
	ClassName
	Parameter
	CatchParameter
	Imported
	ArgumentsObject
)

type symbol struct {
	name  int32
	decl  int32 // the first Identifier that declares it, -1 where none does
	scope int32
	next  int32 // the next symbol of the scope, -1 after the last
	uses  int32 // identifiers that refer to it, declarations counted
	first int32 // where its identifiers begin in File.uses
	place int32 // see places; 0 where it has none yet
	kind  SymbolKind
}

// Symbol returns what an Identifier refers to; none for other nodes.
func (n Node) Symbol() Symbol {
	if r := n.record(); r.kind == Identifier && n.file != nil && r.data >= 0 {
		return Symbol{n.file, r.data}
	}
	return Symbol{}
}

var noSymbol = symbol{decl: -1, next: -1}

func (s Symbol) symbol() *symbol {
	if s.file == nil {
		return &noSymbol
	}
	return &s.file.symbols[s.id]
}

// IsValid reports whether there is a symbol.
func (s Symbol) IsValid() bool { return s.file != nil }

// Name returns the name.
func (s Symbol) Name() string {
	if s.file == nil {
		return ""
	}
	return s.file.names[s.symbol().name]
}

// Kind tells how the name is declared.
func (s Symbol) Kind() SymbolKind { return s.symbol().kind }

// IsGlobal reports whether all scripts of a page share the symbol: it is not
// declared, or declared at the top of a script.
func (s Symbol) IsGlobal() bool {
	return s.file != nil && (s.Kind() == Undeclared || s.file.sharesTop && s.symbol().scope == 0)
}

// Declaration returns the Identifier that declares the symbol first in the
// text; none for an undeclared one.
func (s Symbol) Declaration() Node {
	if d := s.symbol().decl; s.file != nil && d >= 0 {
		return Node{s.file, d}
	}
	return Node{}
}

// References returns the identifiers that refer to the symbol, those that
// declare it included, in the order of the text.
func (s Symbol) References() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if s.file == nil {
			return
		}
		r := s.symbol()
		for _, i := range s.file.uses[r.first : r.first+r.uses] {
			if !yield(Node{s.file, i}) {
				return
			}
		}
	}
}

// Values returns the expressions, functions and classes that the symbol is
// given anywhere in the file, the last 16 at most. known is false where there are
// more, and where it may hold something else: the caller's argument, an element of
// an array, the result of "+=".
func (s Symbol) Values() (values []Node, known bool) {
	const most = 16
	if s.file == nil {
		return nil, false
	}
	place := s.symbol().place
	if place == noPlace {
		return nil, true
	}
	values, all := s.file.places.values(place, most)
	return values, all && s.file.places.isClosed(place)
}

// Value returns the one value that the symbol is ever given; none where there
// are several or where it may be another.
func (s Symbol) Value() Node {
	values, known := s.Values()
	if len(values) != 1 || !known {
		return Node{}
	}
	return values[0]
}

// Symbols returns the symbols of the file: globals that it does not declare in
// the order of their first use, after all that it declares.
func (f *File) Symbols() iter.Seq[Symbol] {
	return func(yield func(Symbol) bool) {
		for i := range f.symbols {
			if !yield(Symbol{f, int32(i)}) {
				return
			}
		}
	}
}

// listUses sorts the identifiers by their symbols.
func (f *File) listUses() {
	total := int32(0)
	for i := range f.symbols {
		f.symbols[i].first = total
		total += f.symbols[i].uses
		f.symbols[i].uses = 0
	}
	f.uses = make([]int32, total)
	for i := range f.records {
		r := &f.records[i]
		if r.kind != Identifier || r.data < 0 {
			continue
		}
		s := &f.symbols[r.data]
		f.uses[s.first+s.uses] = int32(i)
		s.uses++
	}
}
