package assembly

import (
	"slices"
	"strings"
)

// maxDepth bounds how many calls a value is followed through, and maxFollowed how
// many values are looked at on the way.
const (
	maxDepth    = 3
	maxFollowed = 50
)

const (
	stringBuilder = "System.Text.StringBuilder"
	decimalType   = "System.Decimal"
)

// A number is a column that was read from a retrieved row.
type number struct {
	row     *Value
	column  string
	counted bool // a constant was added
}

// numbers returns the columns that a value may be the number of, changed by nothing
// but conversions and by adding constants.
func (v *Value) numbers() []number { return v.numbersPast(make(map[*Value]bool)) }

// numbersPast leaves out what was seen.
func (v *Value) numbersPast(seen map[*Value]bool) []number {
	var all []number
	for _, v := range v.values() {
		if seen[v] || len(seen) > maxFollowed {
			continue
		}
		seen[v] = true
		switch from := v.converted(); {
		case v.isReading():
			all = append(all, v.read()...)
		case v.isSum():
			for _, n := range v.addend().numbersPast(seen) {
				n.counted = true
				all = append(all, n)
			}
		case from != nil:
			all = append(all, from.numbersPast(seen)...)
		}
	}
	return all
}

// read returns the columns that a reading may be of.
func (v *Value) read() []number {
	var all []number
	for _, row := range v.readFrom() {
		if row.query() != nil {
			all = append(all, number{row: row, column: strings.ToLower(v.Args[1].Text)})
		}
	}
	return all
}

// readFrom returns the rows that a reading may be of.
func (v *Value) readFrom() []*Value {
	if isAttributes(v.Args[0]) {
		return v.Args[0].Args[0].values()
	}
	return v.Args[0].values()
}

// values returns what a value may be: what calls give for an argument, and what a
// method of the assembly returns.
func (v *Value) values() []*Value {
	all := []*Value{v}
	for range maxDepth {
		var next []*Value
		for _, v := range all {
			for _, n := range v.behind() {
				if !slices.Contains(next, n) && len(next) < maxFollowed {
					next = append(next, n)
				}
			}
		}
		all = next
	}
	return all
}

// behind returns what a value may be, one call further; itself where that is not
// known.
func (v *Value) behind() []*Value {
	var next []*Value
	switch {
	case v.In == nil:
	case v.Kind == Argument:
		next = v.passed()
	case v.Kind == Result && v.Member.Method != nil && v.In.Assembly.codes[v.Member.Method] != nil:
		next = v.In.Assembly.codes[v.Member.Method].Returns
	}
	if len(next) == 0 {
		return []*Value{v}
	}
	return next
}

// passed returns what the calls that may lead to an argument's method give it, also
// those of the method that it overrides.
func (v *Value) passed() []*Value {
	var all []*Value
	sites := v.In.Assembly.sites[v.In.Method]
	for _, site := range sites[:min(len(sites), maxFollowed)] {
		calls := site.Code.Calls
		i, ok := slices.BinarySearchFunc(calls, site.Offset, func(c *Call, offset int) int { return c.Offset - offset })
		if ok && v.Index < len(calls[i].arguments()) {
			all = append(all, calls[i].arguments()[v.Index])
		}
	}
	return all
}

// isReading reports whether the value is a column of a row, read by a literal name.
func (v *Value) isReading() bool {
	return v.Kind == Result && len(v.Args) == 2 && v.Args[1].Kind == Text &&
		(v.Member.Is(entityType, "GetAttributeValue") || v.Member.Is(entityType, "get_Item") || v.Member.Name == "get_Item" && isAttributes(v.Args[0]))
}

func (v *Value) isSum() bool {
	return v.Kind == Sum || v.Kind == Result && (v.Member.Is(decimalType, "op_Addition") && len(v.Args) == 2 || v.Member.Is(decimalType, "op_Increment") && len(v.Args) == 1)
}

// addend returns what a constant is added to, an unknown value for other sums.
func (v *Value) addend() *Value {
	switch {
	case len(v.Args) == 1, v.Args[1].isPositive():
		return v.Args[0]
	case v.Args[0].isPositive():
		return v.Args[1]
	default:
		return unknown
	}
}

// isPositive reports whether the value is a constant above zero, which C# makes a
// decimal by a conversion, a constructor or a field.
func (v *Value) isPositive() bool {
	if v.Kind == Loaded && v.Member.Is(decimalType, "One") {
		return true
	}
	if (v.Kind == Result || v.Kind == Created) && v.Member.Is(decimalType, "") && len(v.Args) == 1 {
		v = v.Args[0]
	}
	return v.Kind == Constant && v.Int > 0
}

// converted returns the value that a value was made of by a conversion between
// numbers and texts, nil for one that was not.
func (v *Value) converted() *Value {
	if v.Kind != Created && v.Kind != Result || len(v.Args) == 0 {
		return nil
	}
	switch owner, name := v.Member.OwnerName(), v.Member.Name; {
	case owner == "System.Decimal" && (name == "op_Implicit" || name == "op_Explicit"), owner == "System.Convert", owner == "System.Nullable`1" && name != "get_HasValue",
		isNumber(owner) && (name == "Parse" || name == "ToString"), owner == "System.Object" && name == "ToString":
		return v.Args[0]
	default:
		return nil
	}
}

func isNumber(typeName string) bool {
	switch typeName {
	case "System.Int32", "System.Int64", decimalType, "System.Double":
		return true
	default:
		return false
	}
}

// holds reports whether a value is the number or a text with it.
func (v *Value) holds(n number, seen map[*Value]bool) bool {
	return slices.ContainsFunc(v.values(), func(v *Value) bool {
		if seen[v] || len(seen) > maxFollowed {
			return false
		}
		seen[v] = true
		if slices.ContainsFunc(v.numbers(), n.isSame) {
			return true
		}
		return slices.ContainsFunc(v.parts(), func(part *Value) bool { return part.holds(n, seen) })
	})
}

// parts returns what a text was made of, and the elements of an array.
func (v *Value) parts() []*Value {
	switch {
	case v.Kind == Vector:
		return v.Args
	case v.Kind != Result || len(v.Args) == 0:
		return nil
	case v.Args[0].In != nil && (v.Member.Is(stringBuilder, "") || v.Member.Name == "ToString" && v.Args[0].IsNew(stringBuilder)):
		return v.Args[0].appended()
	case v.Member.Is("System.String", "") || v.converted() != nil:
		return v.Args
	default:
		return nil
	}
}

// appended returns what is put into a StringBuilder, also by calls on what its
// methods return.
func (v *Value) appended() []*Value {
	builders := []*Value{v}
	var parts []*Value
	for _, call := range v.In.Calls {
		if call.Is(stringBuilder, "") && slices.Contains(builders, call.Arg(0)) {
			builders = append(builders, call.Result)
			parts = append(parts, call.Args[1:]...)
		}
	}
	return parts
}

func (n number) isSame(other number) bool {
	return n.column == other.column && n.row.query() == other.row.query()
}
