package javascript

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// A Feature is a construct of the language that the first edition did not have.
type Feature struct {
	Name    string // "optional chaining"
	Edition int    // the year of the edition of ECMA-262 that brought it: 2020
	Span    Span   // its first use in the file
}

type feature uint8

const (
	arrowFunctions feature = iota
	binaryLiterals
	classes
	computedNames
	defaultParameters
	destructuring
	forOf
	generators
	lexicalDeclarations
	modules
	newTarget
	regexpFlagU
	regexpFlagY
	restAndSpread
	shorthand
	templates
	exponent
	asyncFunctions
	trailingCommas
	asyncIteration
	objectSpread
	regexpFlagS
	regexpLookbehind
	regexpNamedGroups
	regexpProperties
	templateEscapes
	jsonSuperset
	optionalCatch
	bigInts
	dynamicImport
	exportNamespace
	importMeta
	nullish
	optionalChaining
	logicalAssignment
	numericSeparators
	classFields
	moduleStrings
	privateIn
	privateNames
	regexpFlagD
	staticBlocks
	topLevelAwait
	hashbangFeature
	regexpFlagV
	importAttributes
	regexpModifiers
	usingDeclarations
	featureCount
)

// editions tells the name and edition of each feature. The source of the years
// is ECMA-262's own introduction; explicit resource management is finished and
// waits for the edition of 2026.
var editions = [featureCount]struct {
	name    string
	edition int
}{
	arrowFunctions:      {"arrow function", 2015},
	binaryLiterals:      {"binary or octal literal", 2015},
	classes:             {"class", 2015},
	computedNames:       {"computed property name", 2015},
	defaultParameters:   {"default parameter", 2015},
	destructuring:       {"destructuring", 2015},
	forOf:               {"for-of loop", 2015},
	generators:          {"generator", 2015},
	lexicalDeclarations: {"let or const", 2015},
	modules:             {"import or export declaration", 2015},
	newTarget:           {"new.target", 2015},
	regexpFlagU:         {"regular expression flag u", 2015},
	regexpFlagY:         {"regular expression flag y", 2015},
	restAndSpread:       {"rest or spread element", 2015},
	shorthand:           {"shorthand property or method", 2015},
	templates:           {"template literal", 2015},
	exponent:            {"exponentiation operator", 2016},
	asyncFunctions:      {"async function", 2017},
	trailingCommas:      {"trailing comma in parameters or arguments", 2017},
	asyncIteration:      {"asynchronous iteration", 2018},
	objectSpread:        {"object rest or spread", 2018},
	regexpFlagS:         {"regular expression flag s", 2018},
	regexpLookbehind:    {"regular expression lookbehind", 2018},
	regexpNamedGroups:   {"regular expression named group", 2018},
	regexpProperties:    {"regular expression property escape", 2018},
	templateEscapes:     {"free escape in a tagged template", 2018},
	jsonSuperset:        {"line separator in a string", 2019},
	optionalCatch:       {"catch without a parameter", 2019},
	bigInts:             {"BigInt literal", 2020},
	dynamicImport:       {"dynamic import", 2020},
	exportNamespace:     {"export of a whole module under a name", 2020},
	importMeta:          {"import.meta", 2020},
	nullish:             {"nullish coalescing", 2020},
	optionalChaining:    {"optional chaining", 2020},
	logicalAssignment:   {"logical assignment", 2021},
	numericSeparators:   {"numeric separator", 2021},
	classFields:         {"class field", 2022},
	moduleStrings:       {"string as an import or export name", 2022},
	privateIn:           {"private name in an in expression", 2022},
	privateNames:        {"private name", 2022},
	regexpFlagD:         {"regular expression flag d", 2022},
	staticBlocks:        {"static block", 2022},
	topLevelAwait:       {"top-level await", 2022},
	hashbangFeature:     {"hashbang comment", 2023},
	regexpFlagV:         {"regular expression flag v", 2024},
	importAttributes:    {"import attributes", 2025},
	regexpModifiers:     {"regular expression modifiers", 2025},
	usingDeclarations:   {"using declaration", 2026},
}

// features holds the first use of each feature; an empty span where it has none.
type features [featureCount]Span

// use records a use of a feature.
func (l *lexer) use(f feature, at Span) {
	if first := &l.features[f]; first.End == 0 || at.Start < first.Start {
		*first = at
	}
}

func (f *features) list() []Feature {
	var list []Feature
	for i, at := range f {
		if at.End != 0 {
			list = append(list, Feature{editions[i].name, editions[i].edition, at})
		}
	}
	slices.SortStableFunc(list, func(a, b Feature) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return list
}

// FirstBeyond returns the first construct that needs a later edition than the
// one given by its year.
func (f *File) FirstBeyond(edition int) (first Feature, ok bool) {
	for _, u := range f.Features {
		if u.Edition > edition {
			return u, true
		}
	}
	return Feature{}, false
}

// regexpFlags are the flags of regular expressions and the feature each is.
var regexpFlags = map[byte]feature{
	'd': regexpFlagD, 'g': featureCount, 'i': featureCount, 'm': featureCount,
	's': regexpFlagS, 'u': regexpFlagU, 'v': regexpFlagV, 'y': regexpFlagY,
}

// checkRegexp judges the flags of a regular expression and notes what of later
// editions it uses.
func (l *lexer) checkRegexp(start, flags, end int32) {
	span := Span{start, end}
	for i := flags; i < end; i++ {
		f, ok := regexpFlags[l.src[i]]
		switch {
		case !ok || bytes.IndexByte(l.src[flags:i], l.src[i]) >= 0:
			l.report(start, end, "regular expression has flags that are not valid")
			return
		case f != featureCount:
			l.use(f, span)
		}
	}
	body := l.src[start+1 : flags-1]
	unicodeMode := bytes.ContainsAny(l.src[flags:end], "uv")
	class := false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == '\\':
			i++
			if unicodeMode && i < len(body) && body[i]|0x20 == 'p' {
				l.use(regexpProperties, span)
			}
		case c == '[' || c == ']':
			class = c == '['
		case c == '(' && !class:
			l.checkGroup(string(body[i:min(i+4, len(body))]), span)
		}
	}
}

// checkGroup notes a group of a later edition by its beginning.
func (l *lexer) checkGroup(open string, at Span) {
	switch {
	case strings.HasPrefix(open, "(?<=") || strings.HasPrefix(open, "(?<!"):
		l.use(regexpLookbehind, at)
	case strings.HasPrefix(open, "(?<"):
		l.use(regexpNamedGroups, at)
	case strings.HasPrefix(open, "(?") && len(open) > 2 && strings.IndexByte("ims-", open[2]) >= 0:
		l.use(regexpModifiers, at)
	}
}
