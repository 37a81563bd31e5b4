package clr

import "strings"

// WrittenIn returns the method that a person wrote and whose code m is part of:
// for a lambda, a local function, the body of an iterator or of an async method
// the method around it, for all others m itself.
func (m *Method) WrittenIn() *Method {
	written := m.image.written()
	for range maxNesting {
		outer := written[m]
		if outer == nil {
			break
		}
		m = outer
	}
	return m
}

// IsGenerated reports whether the compiler made the method from a part of
// another.
func (m *Method) IsGenerated() bool { return m.image.written()[m] != nil }

// indexWritten finds the method around each that the compiler made. C# compilers
// put its name in angle brackets before their own part of a name:
// "<Execute>b__0" for a lambda, "<Execute>d__3" for the type that keeps the state
// of an iterator or async method. Visual Basic names the latter
// "VB$StateMachine_3_Execute".
func (im *Image) indexWritten() map[*Method]*Method {
	written := make(map[*Method]*Method)
	machines := im.stateMachines()
	for _, m := range im.methods {
		if m == nil {
			continue
		}
		if kickoff := machines[m.Owner]; kickoff != nil {
			written[m] = kickoff
			continue
		}
		name, from := writtenName(m.Name), m.Owner
		if name == "" && m.Owner.Enclosing != nil {
			name, from = writtenName(m.Owner.Name), m.Owner.Enclosing
		}
		if name == "" {
			continue
		}
		if outer := im.around(m, name, from); outer != nil && outer != m {
			written[m] = outer
		}
	}
	return written
}

// stateMachines finds the methods that say which type runs them.
func (im *Image) stateMachines() map[*Type]*Method {
	machines := make(map[*Type]*Method)
	for on := range im.attributes() {
		m := im.MethodOf(on)
		if m == nil {
			continue
		}
		for _, a := range im.AttributesOf(on) {
			switch strings.TrimPrefix(a.Type, "System.Runtime.CompilerServices.") {
			case "AsyncStateMachineAttribute", "IteratorStateMachineAttribute", "AsyncIteratorStateMachineAttribute":
				if len(a.Args) == 1 {
					name, _ := a.Args[0].(TypeName)
					if typ := im.byName[unescape(string(name))]; typ != nil {
						machines[typ] = m
					}
				}
			}
		}
	}
	return machines
}

// unescape takes the assembly off a type name as attributes hold it, and the
// backslashes before characters that have a meaning in one.
func unescape(name string) string {
	var b strings.Builder
	for i := 0; i < len(name); i++ {
		switch {
		case name[i] == ',':
			return b.String()
		case name[i] == '\\' && i+1 < len(name):
			i++
		}
		b.WriteByte(name[i])
	}
	return b.String()
}

// writtenName returns the name in the leading angle brackets of a generated name,
// which may hold such names itself, and empty for another name.
func writtenName(name string) string {
	if rest, ok := strings.CutPrefix(name, "VB$StateMachine_"); ok {
		_, method, _ := strings.Cut(rest, "_")
		return method
	}
	if !strings.HasPrefix(name, "<") {
		return ""
	}
	depth := 0
	for i := range len(name) {
		switch name[i] {
		case '<':
			depth++
		case '>':
			depth--
		}
		if depth == 0 {
			return name[1:i]
		}
	}
	return ""
}

// dots makes names alike in which compilers replaced the dots of an explicitly
// implemented interface, each in its own way.
var dots = strings.NewReplacer(".", "_", "-", "_")

// around finds the method of that name in the innermost of the types around.
// Among overloads it is the one whose code refers to m or to m's type.
func (im *Image) around(m *Method, name string, from *Type) *Method {
	undotted := dots.Replace(name)
	for typ := from; typ != nil; typ = typ.Enclosing {
		var named []*Method
		for _, o := range typ.Methods {
			if o != m && (o.Name == name || dots.Replace(o.Name) == undotted) {
				named = append(named, o)
			}
		}
		for _, o := range named {
			if len(named) > 1 && im.refersTo(o, m) {
				return o
			}
		}
		if len(named) > 0 {
			return named[0]
		}
	}
	return nil
}

// refersTo reports whether the code of a method names m or a member of m's type.
func (im *Image) refersTo(in, m *Method) bool {
	body, err := in.Body()
	if err != nil || body == nil || !im.blobWork.spend(len(body.Code)) {
		return false
	}
	code, _ := body.Instructions() // what there is of it
	for _, i := range code {
		if i.Op.Operand() != MethodOperand && i.Op.Operand() != FieldOperand && i.Op.Operand() != TypeOperand {
			continue
		}
		if i.Token() == m.Token || i.Token() == m.Owner.Token {
			return true
		}
		if to := im.Member(i.Token()); to != nil && im.DefinedBy(to.Owner) == m.Owner && m.Owner != in.Owner {
			return true
		}
	}
	return false
}
