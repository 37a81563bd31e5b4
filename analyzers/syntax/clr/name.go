package clr

import (
	"strconv"
	"strings"
)

// keywords are the C# names of types that have one.
var keywords = map[string]string{
	"System.Void": "void", "System.Boolean": "bool", "System.Char": "char", "System.SByte": "sbyte",
	"System.Byte": "byte", "System.Int16": "short", "System.UInt16": "ushort", "System.Int32": "int",
	"System.UInt32": "uint", "System.Int64": "long", "System.UInt64": "ulong", "System.Single": "float",
	"System.Double": "double", "System.String": "string", "System.Object": "object", "System.Decimal": "decimal",
	"System.IntPtr": "nint", "System.UIntPtr": "nuint",
}

// maxShown bounds how deep the arguments of a type are written out.
const maxShown = 6

// String returns the type as a C# person writes it, without namespaces:
// "Dictionary<string, int[]>".
func (s *TypeSig) String() string { return s.show(0) }

func (s *TypeSig) show(depth int) string {
	if s == nil || depth > maxShown {
		return "?"
	}
	switch s.Kind {
	case NamedType:
		return s.showNamed(depth)
	case ArrayType:
		return s.Elem.show(depth+1) + "[" + strings.Repeat(",", min(max(s.Rank, 1), 32)-1) + "]"
	case PointerType:
		return s.Elem.show(depth+1) + "*"
	case ByRefType:
		return "ref " + s.Elem.show(depth+1)
	case TypeVariable:
		return "T" + strconv.Itoa(s.Index)
	case MethodVariable:
		return "M" + strconv.Itoa(s.Index)
	case FunctionPointer:
		return "delegate*"
	case BadType:
	}
	return "?"
}

func (s *TypeSig) showNamed(depth int) string {
	if short, ok := keywords[s.Name]; ok {
		return short
	}
	if s.Name == "System.Nullable`1" && len(s.Args) == 1 {
		return s.Args[0].show(depth+1) + "?"
	}
	args := make([]string, len(s.Args))
	for i, a := range s.Args {
		args[i] = a.show(depth + 1)
	}
	name := s.Name
	if i := strings.LastIndexByte(outermost(name), '.'); i >= 0 {
		name = name[i+1:]
	}
	return withArguments(name, args)
}

// outermost returns the part of a full name that is not nested.
func outermost(fullName string) string {
	name, _, _ := strings.Cut(fullName, "+")
	return name
}

// withArguments replaces the counts of type parameters in a name ("List`1") by
// the arguments, and the plus of nested types by a dot.
func withArguments(name string, args []string) string {
	var b strings.Builder
	for i, part := range strings.Split(name, "+") {
		if i > 0 {
			b.WriteByte('.')
		}
		part, count, generic := strings.Cut(part, "`")
		b.WriteString(part)
		if n, err := strconv.Atoi(count); generic && err == nil && n > 0 && n <= len(args) {
			b.WriteString("<" + strings.Join(args[:n], ", ") + ">")
			args = args[n:]
		}
	}
	return b.String()
}

// String returns the type's full name as a C# person writes it:
// "Contoso.Outer.Inner<T>".
func (t *Type) String() string { return withArguments(t.FullName, t.Generic) }

// String returns the method as a C# person writes it, without its type:
// "Execute(IServiceProvider)", "Plugin(string)" for a constructor, "Name.get" for
// an accessor. That of a lambda or state machine is the name of the method that
// it was written in.
func (m *Method) String() string {
	m = m.WrittenIn()
	switch m.Name {
	case ".ctor":
		return shortName(m.Owner) + m.parameters()
	case ".cctor":
		return "static " + shortName(m.Owner) + "()"
	}
	for _, p := range m.Owner.Properties {
		switch m {
		case p.Getter:
			return p.Name + ".get"
		case p.Setter:
			return p.Name + ".set"
		}
	}
	return m.Name + m.parameters()
}

func shortName(t *Type) string {
	name, _, _ := strings.Cut(t.Name, "`")
	return name
}

func (m *Method) parameters() string {
	params := make([]string, len(m.Sig.Params))
	for i, p := range m.Sig.Params {
		params[i] = p.show(0)
	}
	return "(" + strings.Join(params, ", ") + ")"
}

// String returns the member as a C# person writes it: "ColumnSet(bool)" for a
// constructor, "QueryExpression.ColumnSet" for a field or property accessor,
// "IOrganizationService.Retrieve". A nil member is "?".
func (m *Member) String() string {
	if m == nil {
		return "?"
	}
	owner := m.Owner.show(0)
	if m.Name == ".ctor" && m.Sig != nil {
		params := make([]string, len(m.Sig.Params))
		for i, p := range m.Sig.Params {
			params[i] = p.show(0)
		}
		return owner + "(" + strings.Join(params, ", ") + ")"
	}
	name := m.Name
	for _, accessor := range []string{"get_", "set_"} {
		name = strings.TrimPrefix(name, accessor)
	}
	if m.Owner == nil {
		return name
	}
	return owner + "." + name
}
