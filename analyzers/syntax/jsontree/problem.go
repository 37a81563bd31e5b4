package jsontree

import "go/token"

// ProblemKind is a way in which a text departs from JSON.
type ProblemKind uint8

// The kinds of problems, each followed by what the reader does about it.
const (
	Empty             ProblemKind = iota + 1 // no value in the text
	DuplicateKey                             // a name that the object has already; both members are kept
	Comment                                  // // or /* */; passed over
	TrailingComma                            // a comma before a closing bracket; passed over
	ExtraComma                               // a comma with nothing before it; passed over
	MissingComma                             // read as if it were there
	MissingColon                             // read as if it were there
	MissingValue                             // a node of kind Missing stands for it
	MissingName                              // an object's value without name; passed over
	ControlCharacter                         // written raw in a string; it stays in the value
	BadEscape                                // a backslash before a character that needs none; the character stays
	UnclosedString                           // the string is taken to end with its line
	UnclosedContainer                        // a bracket without its partner; taken to end where the outer one does
	UnquotedName                             // read as the name
	SingleQuotes                             // read as double quotes
	BadLiteral                               // a word or number that JSON does not have; True, .5 and the like keep their value
	OddSpace                                 // a space character that JSON does not know; passed over
	UnexpectedText                           // passed over
	TrailingData                             // text after the value; not read
	TooDeep                                  // nested deeper than the limit; not read, a node of kind Missing stands for it
	TooLarge                                 // more values than the limit; the rest is not read
)

// A Problem is one departure from JSON. It is an analysis.Range.
type Problem struct {
	Kind ProblemKind
	// Text is the part of the source or the name that the problem is about, cut
	// to 40 bytes; empty where the place says it all.
	Text       string
	start, end token.Pos
}

// Pos returns the first place of the problem.
func (p Problem) Pos() token.Pos { return p.start }

// End returns the place after the problem.
func (p Problem) End() token.Pos { return p.end }

var problemWords = [...]string{
	Empty:             "there is no JSON value",
	DuplicateKey:      "the name %s stands twice in one object",
	Comment:           "JSON has no comments",
	TrailingComma:     "a comma stands before the closing bracket",
	ExtraComma:        "a comma stands with nothing before it",
	MissingComma:      "a comma is missing",
	MissingColon:      "a colon is missing after the name %s",
	MissingValue:      "a value is missing",
	MissingName:       "a value stands in an object without a name",
	ControlCharacter:  "a control character stands unescaped in a string",
	BadEscape:         "%s is no escape sequence",
	UnclosedString:    "a string is not closed",
	UnclosedContainer: "the bracket %s has no partner",
	UnquotedName:      "the name %s needs double quotes",
	SingleQuotes:      "strings need double quotes",
	BadLiteral:        "%s is no JSON value",
	OddSpace:          "the space character %s is not allowed between values",
	UnexpectedText:    "%s does not belong here",
	TrailingData:      "there is text after the end of the value",
	TooDeep:           "values are nested too deep",
	TooLarge:          "there are too many values",
}

// String says what is wrong, as a clause without a final full stop.
func (p Problem) String() string {
	if int(p.Kind) >= len(problemWords) || p.Kind == 0 {
		return "unknown problem"
	}
	return quoteInto(problemWords[p.Kind], p.Text)
}
