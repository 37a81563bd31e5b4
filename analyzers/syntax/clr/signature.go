package clr

// Kind says what sort of type a [TypeSig] is.
type Kind int

// The kinds of types in signatures.
const (
	BadType   Kind = iota // could not be read
	NamedType             // a class or value type, the primitive ones too
	ArrayType             // Elem, Rank; a vector has rank 1
	PointerType
	ByRefType
	TypeVariable   // of the type, by Index
	MethodVariable // of the method, by Index
	FunctionPointer
)

// A TypeSig is a type as a signature names it.
type TypeSig struct {
	Kind  Kind
	Name  string     // of a named type: "System.Collections.Generic.List`1", nested "Ns.Outer+Inner"
	Token Token      // of a named type: its TypeDef or TypeRef; 0 for a primitive one
	Scope string     // the assembly that a named type comes from; empty for this one and for primitive types
	Args  []*TypeSig // of a generic instance
	Elem  *TypeSig   // of arrays, pointers and references
	Index int        // of a variable
	Rank  int        // of an array
	Value bool       // a named type is a value type
	Func  *MethodSig // of a function pointer
}

// Is reports whether the type is the named one, whatever its arguments are. A
// nil type is none.
func (s *TypeSig) Is(fullName string) bool {
	return s != nil && s.Kind == NamedType && s.Name == fullName
}

// A MethodSig is what a method takes and returns.
type MethodSig struct {
	This    bool // it is called on an object
	Generic int  // number of type parameters
	Return  *TypeSig
	Params  []*TypeSig // without the object
}

// Element types (II.23.1.16).
const (
	etVoid       = 0x01
	etPtr        = 0x0f
	etByRef      = 0x10
	etValueType  = 0x11
	etClass      = 0x12
	etVar        = 0x13
	etArray      = 0x14
	etGeneric    = 0x15
	etFnPtr      = 0x1b
	etSZArray    = 0x1d
	etMVar       = 0x1e
	etCModReqd   = 0x1f
	etCModOpt    = 0x20
	etInternal   = 0x21
	etSentinel   = 0x41
	etPinned     = 0x45
	etSystemType = 0x50
	etBoxed      = 0x51
	etEnum       = 0x55

	callGeneric = 0x10 // II.23.2.1
	callThis    = 0x20
	sigField    = 0x06
	sigLocals   = 0x07
	sigSpec     = 0x0a
)

// primitives names the element types that stand for a type by themselves.
var primitives = map[int]string{
	0x01: "System.Void", 0x02: "System.Boolean", 0x03: "System.Char", 0x04: "System.SByte", 0x05: "System.Byte",
	0x06: "System.Int16", 0x07: "System.UInt16", 0x08: "System.Int32", 0x09: "System.UInt32", 0x0a: "System.Int64",
	0x0b: "System.UInt64", 0x0c: "System.Single", 0x0d: "System.Double", 0x0e: "System.String",
	0x16: "System.TypedReference", 0x18: "System.IntPtr", 0x19: "System.UIntPtr", 0x1c: "System.Object",
}

// maxNesting bounds the nesting of types in signatures, of types in types, and
// of scopes in scopes.
const maxNesting = 64

var badType = &TypeSig{Kind: BadType}

// A sigReader decodes one signature blob.
type sigReader struct {
	cursor
	im    *Image
	depth int
}

func (im *Image) signature(index int) *sigReader {
	return &sigReader{cursor: cursor{rest: blob(im.metadata.blobs, index)}, im: im}
}

// typ reads a Type of II.23.2.12.
func (r *sigReader) typ() *TypeSig {
	r.depth++
	defer func() { r.depth-- }()
	if r.failed || r.depth > maxNesting || !r.im.sigWork.spend(1) {
		r.failed = true
		return badType
	}
	element := r.u8()
	if name, ok := primitives[element]; ok {
		return &TypeSig{Kind: NamedType, Name: name, Value: element != 0x0e && element != 0x1c}
	}
	return r.compound(element)
}

func (r *sigReader) compound(element int) *TypeSig {
	switch element {
	case etPtr:
		return &TypeSig{Kind: PointerType, Elem: r.typ()}
	case etByRef:
		return &TypeSig{Kind: ByRefType, Elem: r.typ()}
	case etValueType, etClass:
		return r.named(element == etValueType)
	case etVar:
		return &TypeSig{Kind: TypeVariable, Index: r.compressed()}
	case etMVar:
		return &TypeSig{Kind: MethodVariable, Index: r.compressed()}
	case etArray:
		return r.array()
	case etSZArray:
		return &TypeSig{Kind: ArrayType, Elem: r.typ(), Rank: 1}
	case etGeneric:
		return r.generic()
	case etFnPtr:
		return &TypeSig{Kind: FunctionPointer, Func: r.method()}
	case etCModReqd, etCModOpt:
		r.compressed()
		return r.typ()
	case etPinned, etSentinel:
		return r.typ()
	}
	r.failed = true
	return badType
}

func (r *sigReader) named(value bool) *TypeSig {
	t := coded(typeDefOrRef, r.compressed())
	if t.Table() == TypeSpecTable { // never written by compilers
		return r.im.typeOf(t, r.depth)
	}
	name, scope := r.im.typeName(t)
	return &TypeSig{Kind: NamedType, Name: name, Scope: scope, Token: t, Value: value}
}

// array reads an ArrayShape (II.23.2.13) of which only the rank is kept.
func (r *sigReader) array() *TypeSig {
	s := &TypeSig{Kind: ArrayType, Elem: r.typ(), Rank: r.compressed()}
	for range 2 { // sizes, lower bounds
		for n := r.compressed(); n > 0 && !r.failed; n-- {
			r.compressed()
		}
	}
	return s
}

func (r *sigReader) generic() *TypeSig {
	value := r.u8() == etValueType
	s := r.named(value)
	if s.Kind != NamedType {
		r.failed = true
		return badType
	}
	instance := *s
	instance.Args = r.types(r.compressed())
	return &instance
}

func (r *sigReader) types(n int) []*TypeSig {
	var list []*TypeSig
	for ; n > 0 && !r.failed; n-- {
		list = append(list, r.typ())
	}
	return list
}

// method reads a MethodDefSig, MethodRefSig or the signature of a property
// (II.23.2.1, II.23.2.5).
func (r *sigReader) method() *MethodSig {
	flags := r.u8()
	s := &MethodSig{This: flags&callThis != 0}
	if flags&callGeneric != 0 {
		s.Generic = r.compressed()
	}
	n := r.compressed()
	s.Return = r.typ()
	s.Params = r.types(n)
	return s
}

// methodSig returns the signature at an index of the blob heap, never nil.
func (im *Image) methodSig(index int) *MethodSig {
	return im.methodSigs.of(index, func() *MethodSig { return im.signature(index).method() })
}

// fieldSig returns the type of a field signature (II.23.2.4), never nil.
func (im *Image) fieldSig(index int) *TypeSig {
	return im.typeSigs.of(index, func() *TypeSig {
		r := im.signature(index)
		if r.u8() != sigField {
			return badType
		}
		return r.typ()
	})
}

// TypeOf returns the type that a TypeDef, TypeRef or TypeSpec token names, never
// nil.
func (im *Image) TypeOf(t Token) *TypeSig { return im.typeOf(t, 0) }

func (im *Image) typeOf(t Token, depth int) *TypeSig {
	if t.Table() != TypeSpecTable {
		name, scope := im.typeName(t)
		if name == "" {
			return badType
		}
		return &TypeSig{Kind: NamedType, Name: name, Scope: scope, Token: t}
	}
	r := im.signature(im.metadata.tables.cell(TypeSpecTable, t.Row(), 0))
	r.depth = depth
	return r.typ()
}

// Locals returns the types of a body's local variables (II.23.2.6).
func (im *Image) Locals(b *Body) []*TypeSig {
	r := im.signature(im.metadata.tables.cell(StandAloneSigTable, b.LocalSig.Row(), 0))
	if b.LocalSig.Table() != StandAloneSigTable || r.u8() != sigLocals {
		return nil
	}
	return r.types(r.compressed())
}
