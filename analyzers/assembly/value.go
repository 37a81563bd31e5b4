package assembly

import "github.com/solcheck/solcheck/analyzers/syntax/clr"

// ValueKind says what is known of a value on the evaluation stack.
type ValueKind int

// The kinds of values.
const (
	Unknown  ValueKind = iota
	Constant           // Int
	Text               // Text
	Null
	Created  // by newobj: Member is the constructor, Args what it was given
	Result   // of a call: Member is what was called, Args what it was given
	Argument // Index; 0 is the object in a method that has one
	Loaded   // from a field: Member, of the object Args[0] where it is not static
	Function // a method as a value: Member
	TypeInfo // a type as a value: Type
	Caught   // the exception in a handler
	Vector   // a new array: Type is that of its elements
	Sum      // of the two Args
)

// A Value is what a stack slot, a local or a field holds. Values that the same
// instruction makes are the same pointer, so a value's uses can be found.
type Value struct {
	Kind   ValueKind
	Int    int
	Text   string
	Index  int
	Member *clr.Member
	Type   *clr.TypeSig
	Args   []*Value // with the object first
	Offset int      // of the instruction that made it, where one did
	In     *Code    // the code that it is a value of
}

var unknown = &Value{}

// IsTrue reports whether the value is certainly the constant true.
func (v *Value) IsTrue() bool { return v.Kind == Constant && v.Int != 0 }

// IsFalse reports whether the value is certainly the constant false.
func (v *Value) IsFalse() bool { return v.Kind == Constant && v.Int == 0 }

// IsNew reports whether the value was made by a constructor of the named type.
func (v *Value) IsNew(typeName string) bool {
	return v.Kind == Created && v.Member.OwnerName() == typeName
}

// IsObject reports whether the value is the object that an instance method of
// the code was called on.
func (v *Value) IsObject() bool {
	return v.Kind == Argument && v.Index == 0 && v.In != nil && !v.In.Method.IsStatic()
}

// Possible returns what the value may be: an argument of a method is what the
// calls in the assembly give it. Each is looked at one call deep.
func (v *Value) Possible() []*Value {
	if v.Kind != Argument || v.In == nil {
		return []*Value{v}
	}
	var all []*Value
	for _, args := range v.In.Assembly.given[v.In.Method] {
		if v.Index < len(args) {
			all = append(all, args[v.Index])
		}
	}
	return all
}

// merge joins two values that may be in the same place. A sum stays one where
// another way leads with a constant, as for what is counted from one.
func merge(a, b *Value) *Value {
	switch {
	case a == b:
		return a
	case a == nil || b == nil:
		return unknown
	case a.Kind == Sum && b.Kind == Constant:
		return a
	case a.Kind == Constant && b.Kind == Sum:
		return b
	case a.Kind != b.Kind:
		return unknown
	case a.Kind == Constant && a.Int == b.Int, a.Kind == Text && a.Text == b.Text, a.Kind == Null,
		a.Kind == Argument && a.Index == b.Index && a.In == b.In:
		return a
	}
	return unknown
}
