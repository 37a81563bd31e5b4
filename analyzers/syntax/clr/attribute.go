package clr

import (
	"math"
	"strings"
)

// An Attribute is a custom attribute with its values decoded (II.23.3).
type Attribute struct {
	Type  string // full name: "System.Runtime.Versioning.TargetFrameworkAttribute"
	Scope string // the assembly that Type comes from, empty for this one
	// Args are the constructor's arguments: bool, int64, uint64, float64, string,
	// TypeName, []any, or nil.
	Args  []any
	Named []NamedArg
	Bad   bool // the value could not be read to its end
}

// TypeName is an attribute's argument of type System.Type, as it is written:
// "Ns.Type, Assembly".
type TypeName string

// A NamedArg sets a property or field of an attribute.
type NamedArg struct {
	Name  string
	Value any
}

// Arg returns the value of a named argument, nil where it is not set.
func (a Attribute) Arg(name string) any {
	for _, n := range a.Named {
		if n.Name == name {
			return n.Value
		}
	}
	return nil
}

// indexAttributes groups the rows of CustomAttribute by what they are on
// (II.22.10).
func (im *Image) indexAttributes() map[Token][]int {
	t := &im.metadata.tables
	rows := make(map[Token][]int)
	for row := 1; row <= t.rows(CustomAttributeTable); row++ {
		on := coded(hasCustomAttribute, t.cell(CustomAttributeTable, row, 0))
		rows[on] = append(rows[on], row)
	}
	return rows
}

// AttributesOf returns the attributes on a definition, in the order of the table.
func (im *Image) AttributesOf(t Token) []Attribute {
	rows := im.attributes()[t]
	list := make([]Attribute, 0, len(rows))
	for _, row := range rows {
		if a, ok := im.attribute(row); ok {
			list = append(list, a)
		}
	}
	return list
}

// HasAttribute reports whether the named attribute is on a definition, without
// decoding its value.
func (im *Image) HasAttribute(t Token, fullName string) bool {
	for _, row := range im.attributes()[t] {
		if im.constructor(row).OwnerName() == fullName {
			return true
		}
	}
	return false
}

func (im *Image) constructor(row int) *Member {
	return im.Member(coded(customAttributeType, im.metadata.tables.cell(CustomAttributeTable, row, 1)))
}

func (im *Image) attribute(row int) (Attribute, bool) {
	ctor := im.constructor(row)
	if ctor == nil || ctor.Owner == nil || ctor.Sig == nil {
		return Attribute{}, false
	}
	a := Attribute{Type: ctor.Owner.Name, Scope: ctor.Owner.Scope}
	value := blob(im.metadata.blobs, im.metadata.tables.cell(CustomAttributeTable, row, 2))
	if !im.blobWork.spend(len(value)) {
		a.Bad = true
		return a, true
	}
	r := attributeReader{cursor: cursor{rest: value}, im: im}
	if len(value) > 0 && r.u16() != 1 {
		a.Bad = true
		return a, true
	}
	for _, p := range ctor.Sig.Params {
		a.Args = append(a.Args, r.fixed(p, 0))
	}
	for n := r.u16(); n > 0 && r.more(); n-- {
		a.Named = append(a.Named, r.named())
	}
	a.Bad = len(value) > 0 && r.failed
	return a, true
}

type attributeReader struct {
	cursor
	im *Image
}

// fixed reads the value of a parameter (FixedArg of II.23.3).
func (r *attributeReader) fixed(t *TypeSig, depth int) any {
	if r.failed || depth > 2 {
		r.failed = true
		return nil
	}
	switch {
	case t.Kind == ArrayType && t.Rank == 1:
		return r.array(func() any { return r.fixed(t.Elem, depth+1) })
	case t.Is("System.Object"):
		return r.boxed(depth)
	case t.Is("System.Type"):
		s, ok := r.text()
		if !ok {
			return nil
		}
		return TypeName(s)
	case t.Kind == NamedType:
		if element, ok := elementOf[t.Name]; ok {
			return r.element(element)
		}
		return r.enum(r.im.DefinedBy(t))
	}
	r.failed = true
	return nil
}

// elementOf is the inverse of primitives.
var elementOf = func() map[string]int {
	m := make(map[string]int, len(primitives))
	for element, name := range primitives {
		m[name] = element
	}
	return m
}()

// enum reads a value of an enumeration. What it is stored as is known where this
// image defines it; the others are taken for Int32, which nearly all are.
func (r *attributeReader) enum(t *Type) any {
	element := elementOf["System.Int32"]
	if t != nil {
		for _, f := range t.Fields {
			if e, ok := elementOf[f.Type.Name]; ok && f.Flags&FieldStatic == 0 {
				element = e
			}
		}
	}
	return r.element(element)
}

func (r *attributeReader) element(element int) any {
	switch element {
	case 0x02:
		return r.u8() != 0
	case 0x03, 0x07:
		return uint64(r.u16()) //nolint:gosec // not negative
	case 0x04:
		return int64(int8(r.u8())) //nolint:gosec // the same bits, signed
	case 0x05:
		return uint64(r.u8()) //nolint:gosec // not negative
	case 0x06:
		return int64(int16(r.u16())) //nolint:gosec // the same bits, signed
	case 0x08:
		return int64(int32(r.u32())) //nolint:gosec // the same bits, signed
	case 0x09:
		return uint64(r.u32()) //nolint:gosec // not negative
	case 0x0a:
		return int64(r.u64()) //nolint:gosec // the same bits, signed
	case 0x0b:
		return r.u64()
	case 0x0c:
		return float64(math.Float32frombits(uint32(r.u32()))) //nolint:gosec // read as 32 bits
	case 0x0d:
		return math.Float64frombits(r.u64())
	case 0x0e:
		s, ok := r.text()
		if !ok {
			return nil
		}
		return s
	}
	r.failed = true
	return nil
}

// text reads a SerString; it is not ok for the null string.
func (r *attributeReader) text() (string, bool) {
	if r.peek() == 0xff {
		r.u8()
		return "", false
	}
	b := r.skip(r.compressed())
	return strings.ToValidUTF8(string(b), "\uFFFD"), !r.failed
}

func (r *attributeReader) array(read func() any) any {
	n := r.u32()
	if n == 0xffffffff {
		return nil
	}
	list := make([]any, 0, min(n, len(r.rest)))
	for ; n > 0 && r.more(); n-- {
		list = append(list, read())
	}
	r.failed = r.failed || n > 0
	return list
}

// boxed reads a value that tells its own type.
func (r *attributeReader) boxed(depth int) any { return r.tagged(r.u8(), depth) }

// tagged reads a value of a FieldOrPropType.
func (r *attributeReader) tagged(element, depth int) any {
	if r.failed || depth > 3 {
		r.failed = true
		return nil
	}
	switch element {
	case etSystemType:
		s, ok := r.text()
		if !ok {
			return nil
		}
		return TypeName(s)
	case etBoxed:
		return r.boxed(depth + 1)
	case etEnum:
		name, _ := r.text()
		name, _, _ = strings.Cut(name, ",")
		return r.enum(r.im.Type(name))
	case etSZArray:
		inner := r.u8()
		var enum *Type
		if inner == etEnum {
			name, _ := r.text()
			name, _, _ = strings.Cut(name, ",")
			enum = r.im.Type(name)
		}
		return r.array(func() any {
			if inner == etEnum {
				return r.enum(enum)
			}
			return r.tagged(inner, depth+1)
		})
	}
	return r.element(element)
}

// named reads a NamedArg of II.23.3: the type stands before the name.
func (r *attributeReader) named() NamedArg {
	r.u8() // field or property
	element := r.u8()
	var enum *Type
	inner := 0
	if element == etSZArray {
		inner = r.u8()
	}
	if element == etEnum || inner == etEnum {
		name, _ := r.text()
		name, _, _ = strings.Cut(name, ",")
		enum = r.im.Type(name)
	}
	name, _ := r.text()
	return NamedArg{name, r.namedValue(element, inner, enum)}
}

func (r *attributeReader) namedValue(element, inner int, enum *Type) any {
	switch {
	case element == etEnum:
		return r.enum(enum)
	case element == etSZArray && inner == etEnum:
		return r.array(func() any { return r.enum(enum) })
	case element == etSZArray:
		return r.array(func() any { return r.tagged(inner, 1) })
	}
	return r.tagged(element, 0)
}
