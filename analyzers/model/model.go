// Package model has what the typed models of all artifacts share: leaves that
// know their place.
//
// A leaf is one value that an artifact holds: a name, a number, a flag. It
// implements analysis.Range, so a rule reports at it directly. A leaf that the
// artifact does not hold is the zero value of its type, and its IsSet is false.
package model

import "go/token"

// A Range is a place in a file, from From up to and not including To. It
// implements analysis.Range. The zero Range is nowhere.
type Range struct{ From, To token.Pos }

// Pos returns the position of the first byte.
func (r Range) Pos() token.Pos { return r.From }

// End returns the position after the last byte.
func (r Range) End() token.Pos { return r.To }

// IsSet reports whether r is somewhere, which for a leaf means that the
// artifact holds it.
func (r Range) IsSet() bool { return r.From.IsValid() }

// At returns the first of some places that is somewhere: a leaf, and the component
// that it belongs to where the artifact does not hold the leaf.
func At(places ...interface {
	Pos() token.Pos
	End() token.Pos
},
) Range {
	for _, p := range places {
		if p.Pos().IsValid() {
			return Range{p.Pos(), p.End()}
		}
	}
	return Range{}
}

// A Text is a string with its place. Entities are resolved and outer blanks
// removed, so the length of the range may differ from the length of the value.
// A value that is present and empty lies at the element that holds it.
type Text struct {
	Value string
	Range
}

// A Number is a whole number, or a code out of a list, with its place. An empty
// element holds none, so it is not set.
type Number[T ~int] struct {
	Value T
	Bad   string // what stands there instead of a number; Value is 0 then
	Range
}

// Is reports whether the artifact holds v. An absent number is no 0.
func (n Number[T]) Is(v T) bool { return n.IsSet() && n.Bad == "" && n.Value == v }

// An Int is a plain number with its place.
type Int = Number[int]

// A Flag is a yes or no with its place; 1 and true are yes in any case of letters.
// An empty element holds none, so it is not set.
type Flag struct {
	Value bool
	Bad   string // what stands there instead of a flag; Value is false then
	Range
}

// A Localized is a text in one language.
type Localized struct {
	Text
	Language Int // LCID
}
