package javascript

// A tok is the kind of a token.
type tok uint8

const (
	tEOF tok = iota
	tName
	tEscapedKeyword // a reserved word written with an escape: a property name only
	tPrivate        // #name
	tNumber
	tBigInt
	tString
	tTemplate // a piece of a template, with the delimiters on both sides
	tRegExp
	tIllegal

	tBraceL
	tBraceR
	tParenL
	tParenR
	tBracketL
	tBracketR
	tSemicolon
	tComma
	tColon
	tDot
	tEllipsis
	tQuestion
	tOptional // ?.
	tArrow
	tNot
	tTilde
	tIncrement
	tDecrement

	// Binary operators, in any order: precedence tells them apart.
	tNullish
	tOrOr
	tAndAnd
	tOr
	tXor
	tAnd
	tEqual
	tNotEqual
	tStrictEqual
	tStrictNotEqual
	tLess
	tGreater
	tLessEqual
	tGreaterEqual
	tShiftLeft
	tShiftRight
	tShiftRightUnsigned
	tPlus
	tMinus
	tStar
	tSlash
	tPercent
	tPower

	// Assignment operators, first to last.
	tAssign
	tPlusAssign
	tMinusAssign
	tStarAssign
	tSlashAssign
	tPercentAssign
	tPowerAssign
	tShiftLeftAssign
	tShiftRightAssign
	tShiftRightUnsignedAssign
	tAndAssign
	tOrAssign
	tXorAssign
	tAndAndAssign
	tOrOrAssign
	tNullishAssign

	// Reserved words, in the order of [words].
	tBreak
	tCase
	tCatch
	tClass
	tConst
	tContinue
	tDebugger
	tDefault
	tDelete
	tDo
	tElse
	tEnum
	tExport
	tExtends
	tFalse
	tFinally
	tFor
	tFunction
	tIf
	tImport
	tIn
	tInstanceof
	tNew
	tNull
	tReturn
	tSuper
	tSwitch
	tThis
	tThrow
	tTrue
	tTry
	tTypeof
	tVar
	tVoid
	tWhile
	tWith
	tokens
)

// words are the names that every file knows by the same index: the reserved
// words first, then those that mean something in some places only.
var words = [...]string{
	"break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do",
	"else", "enum", "export", "extends", "false", "finally", "for", "function", "if", "import", "in",
	"instanceof", "new", "null", "return", "super", "switch", "this", "throw", "true", "try", "typeof",
	"var", "void", "while", "with",

	"implements", "interface", "let", "package", "private", "protected", "public", "static", "yield",
	"await", "async", "of", "get", "set", "as", "from", "using", "target", "meta", "eval", "arguments",
	"constructor", "prototype", "__proto__", "defer", "source", "accessor", "undefined",
	"window", "self", "globalThis", "frames", "parent", "top", "opener",
	"frameElement", "contentWindow", "document", "defaultView", "parentWindow",
	"*default*", "()", "new()", "*this*", "formContext", "getFormContext", "call", "apply", "bind", "d", "defineProperty",
	"value", "ready", "jQuery", "$", "exports",
}

const reserved = int32(tokens - tBreak) // how many of words are reserved always

// The indexes of the words that are not reserved always.
const (
	nameImplements = reserved + iota
	nameInterface
	nameLet
	namePackage
	namePrivate
	nameProtected
	namePublic
	nameStatic
	nameYield
	nameAwait
	nameAsync
	nameOf
	nameGet
	nameSet
	nameAs
	nameFrom
	nameUsing
	nameTarget
	nameMeta
	nameEval
	nameArguments
	nameConstructor
	namePrototype
	nameProto
	nameDefer
	nameSource
	nameAccessor
	nameUndefined
	nameWindow
	nameSelf
	nameGlobalThis
	nameFrames
	nameParent
	nameTop
	nameOpener
	nameFrameElement
	nameContentWindow
	nameDocument
	nameDefaultView
	nameParentWindow
	nameDefault
	nameCall
	nameConstruct
	nameThis
	nameFormContext
	nameGetFormContext
	nameCallMethod
	nameApply
	nameBind
	nameD
	nameDefineProperty
	nameValue
	nameReady
	nameJQuery
	nameDollar
	nameExports
)

// texts are the punctuators as they are written.
var texts = [tokens]string{
	tBraceL: "{", tBraceR: "}", tParenL: "(", tParenR: ")", tBracketL: "[", tBracketR: "]",
	tSemicolon: ";", tComma: ",", tColon: ":", tDot: ".", tEllipsis: "...", tQuestion: "?",
	tOptional: "?.", tArrow: "=>", tNot: "!", tTilde: "~", tIncrement: "++", tDecrement: "--",
	tNullish: "??", tOrOr: "||", tAndAnd: "&&", tOr: "|", tXor: "^", tAnd: "&",
	tEqual: "==", tNotEqual: "!=", tStrictEqual: "===", tStrictNotEqual: "!==",
	tLess: "<", tGreater: ">", tLessEqual: "<=", tGreaterEqual: ">=",
	tShiftLeft: "<<", tShiftRight: ">>", tShiftRightUnsigned: ">>>",
	tPlus: "+", tMinus: "-", tStar: "*", tSlash: "/", tPercent: "%", tPower: "**",
	tAssign: "=", tPlusAssign: "+=", tMinusAssign: "-=", tStarAssign: "*=", tSlashAssign: "/=",
	tPercentAssign: "%=", tPowerAssign: "**=", tShiftLeftAssign: "<<=", tShiftRightAssign: ">>=",
	tShiftRightUnsignedAssign: ">>>=", tAndAssign: "&=", tOrAssign: "|=", tXorAssign: "^=",
	tAndAndAssign: "&&=", tOrOrAssign: "||=", tNullishAssign: "??=",
	tEOF: "end of script",
}

// text returns the token as it is written, empty for a kind with many writings.
func (k tok) text() string {
	if k >= tBreak && k < tokens {
		return words[k-tBreak]
	}
	return texts[k]
}

func (k tok) isReserved() bool   { return k >= tBreak }
func (k tok) isAssignment() bool { return k >= tAssign && k <= tNullishAssign }

// precedence is how tightly a binary operator binds, 0 for every other token.
var precedence = [tokens]uint8{
	tNullish: 1, tOrOr: 2, tAndAnd: 3, tOr: 4, tXor: 5, tAnd: 6,
	tEqual: 7, tNotEqual: 7, tStrictEqual: 7, tStrictNotEqual: 7,
	tLess: 8, tGreater: 8, tLessEqual: 8, tGreaterEqual: 8, tIn: 8, tInstanceof: 8,
	tShiftLeft: 9, tShiftRight: 9, tShiftRightUnsigned: 9,
	tPlus: 10, tMinus: 10, tStar: 11, tSlash: 11, tPercent: 11, tPower: 12,
}

// punctuators holds, for each first byte, the tokens that begin with it, the
// longest first.
var punctuators = func() (table [128][]tok) {
	for size := 4; size >= 1; size-- {
		for k, text := range texts {
			if tok(k) >= tBraceL && len(text) == size {
				table[text[0]] = append(table[text[0]], tok(k))
			}
		}
	}
	return table
}()

// A lexeme is one lexical element of the text.
type lexeme struct {
	start, end int32
	name       int32 // index into names, for names and reserved words
	kind       tok
	newline    bool // a line ends between the token before and this one
	escaped    bool // it holds an escape sequence
	tail       bool // a template piece that ends the template
	legacy     bool // a number or string that strict code must not hold
}

// is reports whether the token is that word, written plainly.
func (t *lexeme) is(name int32) bool { return t.kind == tName && t.name == name && !t.escaped }

// isPropertyName reports whether the token may follow a dot.
func (t *lexeme) isPropertyName() bool {
	return t.kind == tName || t.kind == tEscapedKeyword || t.kind.isReserved()
}
