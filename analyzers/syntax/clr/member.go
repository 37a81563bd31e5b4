package clr

// A Member is a method or field that an instruction or attribute refers to,
// whether this image defines it or another.
type Member struct {
	Token  Token
	Owner  *TypeSig // the type that the reference names; nil for one without
	Name   string
	Sig    *MethodSig // nil for a field
	Type   *TypeSig   // of a field; nil for a method
	Args   []*TypeSig // of a generic method
	Method *Method    // where this image defines it
	Field  *Field     // likewise
}

// Is reports whether m is the named member of the named type; an empty name is
// any member. A nil member is none.
func (m *Member) Is(owner, name string) bool {
	return m != nil && m.Owner.Is(owner) && (name == "" || m.Name == name)
}

// OwnerName returns the full name of the type that the reference names, empty
// for one that has none.
func (m *Member) OwnerName() string {
	if m == nil || m.Owner == nil {
		return ""
	}
	return m.Owner.Name
}

// Member returns what a token of a MethodDef, Field, MemberRef or MethodSpec
// names, nil for another token.
func (im *Image) Member(t Token) *Member {
	return im.members.of(t, func() *Member { return im.member(t) })
}

func (im *Image) member(t Token) *Member {
	switch t.Table() {
	case MethodDefTable:
		return im.definedMethod(t)
	case FieldTable:
		return im.definedField(t)
	case MemberRefTable:
		return im.referred(t)
	case MethodSpecTable:
		return im.instantiated(t)
	default:
		return nil
	}
}

func (im *Image) definedMethod(t Token) *Member {
	m := im.methodAt(t.Row())
	if m == nil {
		return nil
	}
	return &Member{Token: t, Owner: m.Owner.sig(), Name: m.Name, Sig: m.Sig, Method: m}
}

func (im *Image) definedField(t Token) *Member {
	row := t.Row()
	if row < 1 || row > len(im.fields) || im.fields[row-1] == nil {
		return nil
	}
	f := im.fields[row-1]
	return &Member{Token: t, Owner: f.Owner.sig(), Name: f.Name, Type: f.Type, Field: f}
}

// sig returns the type as a signature would name it.
func (t *Type) sig() *TypeSig {
	return &TypeSig{Kind: NamedType, Name: t.FullName, Token: t.Token}
}

// referred reads a MemberRef (II.22.25). One whose parent is a type of this
// image, as for members of generic instances, is joined with the definition.
func (im *Image) referred(t Token) *Member {
	tab := &im.metadata.tables
	if t.Row() < 1 || t.Row() > tab.rows(MemberRefTable) {
		return nil
	}
	m := &Member{Token: t, Name: im.metadata.name(tab.cell(MemberRefTable, t.Row(), 1))}
	index := tab.cell(MemberRefTable, t.Row(), 2)
	if blob(im.metadata.blobs, index).u8(0)&0xf == sigField {
		m.Type = im.fieldSig(index)
	} else {
		m.Sig = im.methodSig(index)
	}
	switch parent := coded(memberRefParent, tab.cell(MemberRefTable, t.Row(), 0)); parent.Table() {
	case MethodDefTable: // a call with variable arguments
		if def := im.methodAt(parent.Row()); def != nil {
			m.Owner, m.Method = def.Owner.sig(), def
		}
	case TypeDefTable, TypeRefTable, TypeSpecTable:
		m.Owner = im.TypeOf(parent)
		im.resolve(m)
	default: // a function of a native module
	}
	return m
}

// resolve finds the definition of a member of a type of this image.
func (im *Image) resolve(m *Member) {
	owner := im.DefinedBy(m.Owner)
	if owner == nil {
		return
	}
	if m.Sig == nil {
		for _, f := range owner.Fields {
			if f.Name == m.Name {
				m.Field = f
				return
			}
		}
		return
	}
	m.Method = owner.MethodLike(m.Name, m.Sig)
}

// MethodLike returns the method of that name whose signature is the same, or the
// only one of that name with as many parameters. It does not look at base types.
func (t *Type) MethodLike(name string, sig *MethodSig) *Method {
	var near *Method
	count := 0
	for _, m := range t.Methods {
		if m.Name != name || len(m.Sig.Params) != len(sig.Params) {
			continue
		}
		if sameSig(m.Sig, sig) {
			return m
		}
		near = m
		count++
	}
	if count == 1 {
		return near
	}
	return nil
}

func sameSig(a, b *MethodSig) bool {
	if a.Generic != b.Generic || a.This != b.This || !sameType(a.Return, b.Return) {
		return false
	}
	for i := range a.Params {
		if !sameType(a.Params[i], b.Params[i]) {
			return false
		}
	}
	return true
}

func sameType(a, b *TypeSig) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.Kind != b.Kind || a.Name != b.Name || a.Index != b.Index || a.Rank != b.Rank || len(a.Args) != len(b.Args) {
		return false
	}
	for i := range a.Args {
		if !sameType(a.Args[i], b.Args[i]) {
			return false
		}
	}
	return sameType(a.Elem, b.Elem)
}

// instantiated reads a MethodSpec (II.22.29).
func (im *Image) instantiated(t Token) *Member {
	tab := &im.metadata.tables
	of := coded(methodDefOrRef, tab.cell(MethodSpecTable, t.Row(), 0))
	if of.Row() == 0 {
		return nil
	}
	generic := im.Member(of)
	if generic == nil {
		return nil
	}
	m := *generic
	m.Token = t
	r := im.signature(tab.cell(MethodSpecTable, t.Row(), 1))
	if r.u8() == sigSpec {
		m.Args = r.types(r.compressed())
	}
	return &m
}

// CallSite returns the signature of a calli operand, nil for another token.
func (im *Image) CallSite(t Token) *MethodSig {
	if t.Table() != StandAloneSigTable || t.Row() > im.metadata.tables.rows(StandAloneSigTable) {
		return nil
	}
	return im.methodSig(im.metadata.tables.cell(StandAloneSigTable, t.Row(), 0))
}

// Referred returns the members of other images, and of generic instances, that the
// image names: the table MemberRef in its order.
func (im *Image) Referred() []*Member {
	var list []*Member
	for row := range im.metadata.tables.rows(MemberRefTable) {
		if m := im.Member(token(MemberRefTable, row+1)); m != nil {
			list = append(list, m)
		}
	}
	return list
}
