package clr

// A Type is a type that the image defines.
type Type struct {
	Token      Token
	Namespace  string
	Name       string // as metadata have it: "List`1", "<Run>d__3"
	FullName   string // "Ns.Outer+Inner", as reflection writes it
	Flags      int    // II.23.1.15, the Type constants
	Base       *TypeSig
	Interfaces []*TypeSig
	Enclosing  *Type // nil for a type in a namespace
	Nested     []*Type
	Fields     []*Field
	Methods    []*Method
	Properties []*Property
	Generic    []string // names of the type parameters, those of enclosing types included
}

// Flags of types (II.23.1.15).
const (
	TypeVisibility   = 0x7
	TypePublic       = 0x1
	TypeNestedPublic = 0x2
	TypeInterface    = 0x20
	TypeAbstract     = 0x80
	TypeSealed       = 0x100
)

// IsVisible reports whether other assemblies may see the type.
func (t *Type) IsVisible() bool {
	for ; t != nil; t = t.Enclosing {
		if v := t.Flags & TypeVisibility; v != TypePublic && v != TypeNestedPublic {
			return false
		}
	}
	return true
}

// IsAbstract reports whether there can be no object of exactly this type.
func (t *Type) IsAbstract() bool { return t.Flags&TypeAbstract != 0 }

// IsInterface reports whether the type is an interface.
func (t *Type) IsInterface() bool { return t.Flags&TypeInterface != 0 }

// A Field is a field that the image defines.
type Field struct {
	Token Token
	Owner *Type
	Name  string
	Flags int // II.23.1.5, the Field constants
	Type  *TypeSig
}

// Flags of fields (II.23.1.5).
const (
	FieldStatic   = 0x10
	FieldInitOnly = 0x20
	FieldLiteral  = 0x40
)

// A Method is a method that the image defines.
type Method struct {
	Token     Token
	Owner     *Type
	Name      string
	Flags     int // II.23.1.10, the Method constants
	ImplFlags int // II.23.1.11
	Sig       *MethodSig
	Params    []string // names, as far as they are known; same length as Sig.Params
	Import    *Import  // of a P/Invoke method

	image   *Image
	address int
	refused bool // its body is over the budget
}

// Flags of methods (II.23.1.10, II.23.1.11).
const (
	MethodAccess       = 0x7
	MethodPublic       = 0x6
	MethodStatic       = 0x10
	MethodFinal        = 0x20
	MethodVirtual      = 0x40
	MethodNewSlot      = 0x100
	MethodAbstract     = 0x400
	MethodPInvoke      = 0x2000
	ImplCodeType       = 0x3
	ImplSynchronized   = 0x20
	ImplInternalCall   = 0x1000
	implUnmanaged      = 0x4
	maxParameterNumber = 0xffff
)

// IsStatic reports whether the method is called without an object.
func (m *Method) IsStatic() bool { return m.Flags&MethodStatic != 0 }

// Image returns the image that defines the method.
func (m *Method) Image() *Image { return m.image }

// An Import is the native function behind a P/Invoke method (II.22.22).
type Import struct{ Module, Function string }

// A Property is a property with its accessors, each nil where it has none.
type Property struct {
	Token          Token
	Owner          *Type
	Name           string
	Type           *TypeSig
	Getter, Setter *Method
}

// define builds the definitions from the tables.
func (im *Image) define() error {
	t := &im.metadata.tables
	im.Name = im.metadata.name(t.cell(ModuleTable, 1, 1))
	im.MVID = im.metadata.guidAt(t.cell(ModuleTable, 1, 2))
	im.readManifest()
	count := t.rows(TypeDefTable)
	im.Types = make([]*Type, count)
	im.fields = make([]*Field, t.rows(FieldTable))
	im.methods = make([]*Method, t.rows(MethodDefTable))
	for i := range im.Types {
		im.Types[i] = im.typeRow(i + 1)
	}
	im.nest()
	if err := im.nameTypes(); err != nil {
		return err
	}
	for i, typ := range im.Types {
		typ.Base = im.base(i + 1)
		im.defineFields(typ)
		im.defineMethods(typ)
	}
	im.implement()
	im.defineProperties()
	im.nameGenerics()
	im.imports()
	im.refuseBodies()
	return nil
}

func (im *Image) typeRow(row int) *Type {
	t := &im.metadata.tables
	return &Type{
		Token:     token(TypeDefTable, row),
		Flags:     t.cell(TypeDefTable, row, 0),
		Name:      im.metadata.name(t.cell(TypeDefTable, row, 1)),
		Namespace: im.metadata.name(t.cell(TypeDefTable, row, 2)),
	}
}

// nest joins nested types with those around them (II.22.32). A type is nested
// once.
func (im *Image) nest() {
	t := &im.metadata.tables
	for row := range t.rows(NestedClassTable) {
		inner := im.typeAt(t.cell(NestedClassTable, row+1, 0))
		outer := im.typeAt(t.cell(NestedClassTable, row+1, 1))
		if inner != nil && outer != nil && inner != outer && inner.Enclosing == nil {
			inner.Enclosing = outer
		}
	}
	for _, typ := range im.Types {
		if typ.depth() > maxNesting { // a circle, or nearly endless
			typ.Enclosing = nil
		}
	}
	for _, typ := range im.Types {
		if typ.Enclosing != nil {
			typ.Enclosing.Nested = append(typ.Enclosing.Nested, typ)
		}
	}
}

// depth returns how many types are around t, at most one more than the limit.
func (t *Type) depth() int {
	n := 0
	for t = t.Enclosing; t != nil && n <= maxNesting; t = t.Enclosing {
		n++
	}
	return n
}

func (im *Image) nameTypes() error {
	im.byName = make(map[string]*Type, len(im.Types))
	for _, typ := range im.Types {
		name := typ.Name
		for outer := typ; outer != nil; outer = outer.Enclosing {
			if outer != typ {
				name = outer.Name + "+" + name
			}
			if outer.Enclosing == nil && outer.Namespace != "" {
				name = outer.Namespace + "." + name
			}
		}
		if !im.textWork.spend(len(name)) {
			return corruptNames(len(im.Types))
		}
		typ.FullName = name
		if im.byName[name] == nil {
			im.byName[name] = typ
		}
	}
	return nil
}

func (im *Image) base(row int) *TypeSig {
	t := coded(typeDefOrRef, im.metadata.tables.cell(TypeDefTable, row, 3))
	if t.Row() == 0 {
		return nil
	}
	return im.TypeOf(t)
}

func (im *Image) defineFields(typ *Type) {
	t := &im.metadata.tables
	from, to := t.run(TypeDefTable, typ.Token.Row(), 4, t.listed(fieldPtrTable, FieldTable))
	for i := from; i < to; i++ {
		row := t.through(fieldPtrTable, i)
		if row < 1 || row > len(im.fields) || im.fields[row-1] != nil {
			continue
		}
		f := &Field{
			Token: token(FieldTable, row),
			Owner: typ,
			Flags: t.cell(FieldTable, row, 0),
			Name:  im.metadata.name(t.cell(FieldTable, row, 1)),
			Type:  im.fieldSig(t.cell(FieldTable, row, 2)),
		}
		im.fields[row-1] = f
		typ.Fields = append(typ.Fields, f)
	}
}

func (im *Image) defineMethods(typ *Type) {
	t := &im.metadata.tables
	from, to := t.run(TypeDefTable, typ.Token.Row(), 5, t.listed(methodPtrTable, MethodDefTable))
	for i := from; i < to; i++ {
		row := t.through(methodPtrTable, i)
		if row < 1 || row > len(im.methods) || im.methods[row-1] != nil {
			continue
		}
		m := &Method{
			Token:     token(MethodDefTable, row),
			Owner:     typ,
			address:   t.cell(MethodDefTable, row, 0),
			ImplFlags: t.cell(MethodDefTable, row, 1),
			Flags:     t.cell(MethodDefTable, row, 2),
			Name:      im.metadata.name(t.cell(MethodDefTable, row, 3)),
			Sig:       im.methodSig(t.cell(MethodDefTable, row, 4)),
			image:     im,
		}
		im.nameParams(m, row)
		im.methods[row-1] = m
		typ.Methods = append(typ.Methods, m)
	}
}

// nameParams gives the parameters their names (II.22.33); number 0 is the
// returned value.
func (im *Image) nameParams(m *Method, row int) {
	t := &im.metadata.tables
	m.Params = make([]string, len(m.Sig.Params))
	from, to := t.run(MethodDefTable, row, 5, t.listed(paramPtrTable, ParamTable))
	for i := from; i < min(to, from+maxParameterNumber); i++ {
		p := t.through(paramPtrTable, i)
		if n := t.cell(ParamTable, p, 1); n >= 1 && n <= len(m.Params) {
			m.Params[n-1] = im.metadata.name(t.cell(ParamTable, p, 2))
		}
	}
}

// typeAt returns a type by its row, nil where there is none.
func (im *Image) typeAt(row int) *Type {
	if row < 1 || row > len(im.Types) {
		return nil
	}
	return im.Types[row-1]
}
