package clr

import "fmt"

func corruptNames(n int) error {
	return fmt.Errorf("%w: the names of %d types", ErrLimit, n)
}

// implement gives the types their interfaces (II.22.23).
func (im *Image) implement() {
	t := &im.metadata.tables
	for row := range t.rows(InterfaceImplTable) {
		typ := im.typeAt(t.cell(InterfaceImplTable, row+1, 0))
		if typ != nil {
			typ.Interfaces = append(typ.Interfaces, im.TypeOf(coded(typeDefOrRef, t.cell(InterfaceImplTable, row+1, 1))))
		}
	}
}

// Semantics of an accessor (II.23.1.12).
const (
	setterOf = 0x1
	getterOf = 0x2
)

// defineProperties gives the types their properties (II.22.34, II.22.35) and
// those their accessors (II.22.28).
func (im *Image) defineProperties() {
	t := &im.metadata.tables
	properties := make(map[int]*Property)
	for row := range t.rows(PropertyMapTable) {
		typ := im.typeAt(t.cell(PropertyMapTable, row+1, 0))
		from, to := t.run(PropertyMapTable, row+1, 1, t.listed(propertyPtrTable, PropertyTable))
		for i := from; i < to && typ != nil; i++ {
			p := t.through(propertyPtrTable, i)
			if p < 1 || p > t.rows(PropertyTable) || properties[p] != nil {
				continue
			}
			properties[p] = &Property{
				Token: token(PropertyTable, p),
				Owner: typ,
				Name:  im.metadata.name(t.cell(PropertyTable, p, 1)),
				Type:  im.methodSig(t.cell(PropertyTable, p, 2)).Return,
			}
			typ.Properties = append(typ.Properties, properties[p])
		}
	}
	for row := range t.rows(MethodSemanticsTable) {
		of := coded(hasSemantics, t.cell(MethodSemanticsTable, row+1, 2))
		p := properties[of.Row()]
		if of.Table() != PropertyTable || p == nil {
			continue
		}
		switch m := im.methodAt(t.cell(MethodSemanticsTable, row+1, 1)); t.cell(MethodSemanticsTable, row+1, 0) {
		case getterOf:
			p.Getter = m
		case setterOf:
			p.Setter = m
		}
	}
}

// nameGenerics gives generic types the names of their parameters (II.22.20).
func (im *Image) nameGenerics() {
	t := &im.metadata.tables
	for row := range t.rows(GenericParamTable) {
		owner := coded(typeOrMethodDef, t.cell(GenericParamTable, row+1, 2))
		if typ := im.typeAt(owner.Row()); owner.Table() == TypeDefTable && typ != nil {
			typ.Generic = append(typ.Generic, im.metadata.name(t.cell(GenericParamTable, row+1, 3)))
		}
	}
}

// imports gives P/Invoke methods their native function.
func (im *Image) imports() {
	t := &im.metadata.tables
	for row := range t.rows(ModuleRefTable) {
		im.Modules = append(im.Modules, im.metadata.name(t.cell(ModuleRefTable, row+1, 0)))
	}
	for row := range t.rows(ImplMapTable) {
		of := coded(memberForwarded, t.cell(ImplMapTable, row+1, 1))
		m, module := im.methodAt(of.Row()), t.cell(ImplMapTable, row+1, 3)
		if of.Table() == MethodDefTable && m != nil && module >= 1 && module <= len(im.Modules) {
			m.Import = &Import{im.Modules[module-1], im.metadata.name(t.cell(ImplMapTable, row+1, 2))}
		}
	}
}

// Methods returns all methods of the image in the order of the table.
func (im *Image) Methods() []*Method {
	all := make([]*Method, 0, len(im.methods))
	for _, m := range im.methods {
		if m != nil {
			all = append(all, m)
		}
	}
	return all
}

// MethodOf returns the method that a MethodDef token names, nil where there is
// none.
func (im *Image) MethodOf(t Token) *Method {
	if t.Table() != MethodDefTable {
		return nil
	}
	return im.methodAt(t.Row())
}

func (im *Image) methodAt(row int) *Method {
	if row < 1 || row > len(im.methods) {
		return nil
	}
	return im.methods[row-1]
}

// Type returns the type of that full name ("Ns.Outer+Inner"), nil where the
// image defines none.
func (im *Image) Type(fullName string) *Type { return im.byName[fullName] }

// DefinedBy returns the type that a signature names where this image defines it,
// otherwise nil.
func (im *Image) DefinedBy(s *TypeSig) *Type {
	if s == nil || s.Kind != NamedType || s.Token.Table() != TypeDefTable {
		return nil
	}
	return im.typeAt(s.Token.Row())
}

// typeName returns the full name of a TypeDef or TypeRef and the assembly that
// it comes from, both empty for another token.
func (im *Image) typeName(t Token) (name, scope string) {
	switch t.Table() {
	case TypeDefTable:
		if typ := im.typeAt(t.Row()); typ != nil {
			return typ.FullName, ""
		}
	case TypeRefTable:
		name := im.refName(t.Row())
		return name.full, name.scope
	default:
	}
	return "", ""
}

type scopedName struct{ full, scope string }

// refName names a TypeRef (II.22.38): what is nested has the type around it as
// its scope.
func (im *Image) refName(row int) scopedName {
	return im.refNames.of(row, func() scopedName {
		name := im.scopedName(row)
		if !im.textWork.spend(len(name.full)) {
			return scopedName{}
		}
		return name
	})
}

func (im *Image) scopedName(row int) (name scopedName) {
	t := &im.metadata.tables
	for range maxNesting {
		part := im.metadata.name(t.cell(TypeRefTable, row, 1))
		if namespace := im.metadata.name(t.cell(TypeRefTable, row, 2)); namespace != "" {
			part = namespace + "." + part
		}
		if name.full != "" {
			part += "+" + name.full
		}
		name.full = part
		scope := coded(resolutionScope, t.cell(TypeRefTable, row, 0))
		if i := scope.Row(); scope.Table() == AssemblyRefTable && i >= 1 && i <= len(im.References) {
			name.scope = im.References[i-1].Name
		}
		if scope.Table() != TypeRefTable || scope.Row() == 0 {
			break
		}
		row = scope.Row()
	}
	return name
}
