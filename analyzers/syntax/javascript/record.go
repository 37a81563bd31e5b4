package javascript

// A record is a node as it is kept: 24 bytes.
//
// While the parser works, children come before their parent, link is the first
// descendant and parent is unset. Afterwards (see arrange) parents come first
// and link is the index after the last descendant.
type record struct {
	kind       Kind
	op         tok // operator, or FunctionKind
	flags      flags
	start, end int32
	parent     int32
	link       int32
	data       int32 // a name; for an Identifier, once resolved, a symbol
}

type flags uint16

const (
	isParenthesised flags = 1 << iota
	isBroken
	isOptional
	isComputed
	isShorthand
	isStatic
	isAsync
	isGenerator // also yield*
	isStrict
	isNamed   // a function or class with a name
	isDerived // a class with a superclass
	isEscaped
	isDirective
	isWritten // a target of an assignment
	isDefault // a default export
	isLegacy  // a template text without a value
)

// arrange turns the records from the parser's order, children first, to the
// order of the text, parents first, in place.
func arrange(records []record) []record {
	records = compact(records)
	at := make([]int32, len(records)) // where each record goes
	if len(records) > 0 {
		records[len(records)-1].parent = -1
	}
	for i := int32(len(records)) - 1; i >= 0; i-- { //nolint:gosec // see MaxSize
		first := records[i].link
		for c := i - 1; c >= first; {
			child := &records[c]
			at[c] = at[i] + 1 + child.link - first
			child.parent = at[i]
			c = child.link - 1
		}
	}
	for i := range records {
		size := int32(i) - records[i].link + 1
		records[i].link = at[i] + size
	}
	for i := range records {
		for to := at[i]; int(to) != i; to = at[i] {
			records[i], records[to] = records[to], records[i]
			at[i], at[to] = at[to], at[i]
		}
	}
	return records
}

// compact removes the dropped records, which have no children.
func compact(records []record) []record {
	n := int32(0)
	var moved []int32 // new index of each record, made at the first dropped one
	for i := range records {
		r := records[i]
		if r.kind == dropped && moved == nil {
			moved = make([]int32, len(records))
			for j := range i {
				moved[j] = int32(j)
			}
		}
		if moved != nil {
			moved[i] = n
			r.link = moved[r.link]
		}
		if r.kind != dropped {
			records[n] = r
			n++
		}
	}
	return records[:n]
}
