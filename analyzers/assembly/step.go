package assembly

import "github.com/solcheck/solcheck/analyzers/syntax/clr"

// step interprets one instruction.
func (m *machine) step(in clr.Instruction) {
	if m.variable(in) || m.constant(in) || m.field(in) {
		return
	}
	switch in.Op {
	case clr.OpCall, clr.OpCallvirt, clr.OpNewobj:
		m.call(in)
	case clr.OpCalli:
		m.indirect(in)
	case clr.OpRet:
		if len(m.now.stack) > 0 {
			m.result = append(m.result, m.pop())
		}
	case clr.OpThrow:
		m.throws[in.Offset] = Throw{Offset: in.Offset, Value: m.pop()}
	case clr.OpRethrow:
		m.throws[in.Offset] = Throw{Offset: in.Offset, Rethrow: true}
	case clr.OpDup:
		v := m.pop()
		m.push(v)
		m.push(v)
	case clr.OpCastclass, clr.OpIsinst, clr.OpBox, clr.OpUnboxAny, clr.OpConvI4, clr.OpConvI8, clr.OpConvOvfI4, clr.OpConvOvfI8:
		// The value stays the one that it was.
	case clr.OpNewarr:
		m.pop()
		v := m.make(in, Vector)
		v.Type = m.image.TypeOf(in.Token())
		m.push(v)
	case clr.OpStelemRef:
		m.element()
	default:
		m.other(in)
	}
}

// element keeps what is put into an array with the array.
func (m *machine) element() {
	args := m.popN(3)
	if array := args[0]; array.Kind == Vector && len(array.Args) < 1000 {
		array.Args = append(array.Args, args[2])
	}
}

// other does to the stack what the standard says of the instruction.
func (m *machine) other(in clr.Instruction) {
	pop, push := in.Op.Stack()
	if pop == 2 && push == 1 {
		m.binary(in)
		return
	}
	for range max(pop, 0) {
		m.pop()
	}
	for range max(push, 0) {
		m.push(m.make(in, Unknown))
	}
}

// binary keeps sums, and folds what C# compilers leave of comparisons with
// constants: ceq.
func (m *machine) binary(in clr.Instruction) {
	b, a := m.pop(), m.pop()
	if in.Op == clr.OpCeq && a.Kind == Constant && b.Kind == Constant {
		v := m.make(in, Unknown)
		equal := 0
		if a.Int == b.Int {
			equal = 1
		}
		if v.Kind == Unknown && v.Args == nil {
			v.Kind, v.Int = Constant, equal
		}
		m.push(v)
		return
	}
	if in.Op == clr.OpAdd || in.Op == clr.OpAddOvf {
		v := m.make(in, Sum)
		v.Args = m.joined(v.Args, []*Value{a, b})
		m.push(v)
		return
	}
	m.push(m.make(in, Unknown))
}

// variable interprets loads and stores of locals and arguments.
func (m *machine) variable(in clr.Instruction) bool {
	switch in.Op {
	case clr.OpLdarg0, clr.OpLdarg1, clr.OpLdarg2, clr.OpLdarg3:
		m.push(m.argument(int(in.Op - clr.OpLdarg0)))
	case clr.OpLdargS, clr.OpLdarg, clr.OpLdargaS, clr.OpLdarga:
		m.push(m.argument(in.Operand))
	case clr.OpStargS, clr.OpStarg:
		m.now.args[in.Operand] = m.pop()
	case clr.OpLdloc0, clr.OpLdloc1, clr.OpLdloc2, clr.OpLdloc3:
		m.push(m.local(int(in.Op - clr.OpLdloc0)))
	case clr.OpLdlocS, clr.OpLdloc:
		m.push(m.local(in.Operand))
	case clr.OpLdlocaS, clr.OpLdloca:
		m.push(m.addressed(in))
	case clr.OpStloc0, clr.OpStloc1, clr.OpStloc2, clr.OpStloc3:
		m.now.locals[int(in.Op-clr.OpStloc0)] = m.pop()
	case clr.OpStlocS, clr.OpStloc:
		m.now.locals[in.Operand] = m.pop()
	default:
		return false
	}
	return true
}

func (m *machine) argument(n int) *Value {
	if v := m.now.args[n]; v != nil {
		return v
	}
	return m.input(n, &Value{Kind: Argument, Index: n})
}

func (m *machine) local(n int) *Value {
	if v := m.now.locals[n]; v != nil {
		return v
	}
	return unknown
}

// addressed returns the local whose address is taken. One that nothing was assigned
// to gets a value of its own, which a constructor may fill.
func (m *machine) addressed(in clr.Instruction) *Value {
	v := m.local(in.Operand)
	if v == unknown {
		v = m.make(in, Unknown)
		m.now.locals[in.Operand] = v
	}
	return v
}

// construct interprets a constructor that is called on the address of a local, as
// C# does for structs: new Guid(text).
func (m *machine) construct(in clr.Instruction, to *clr.Member, args []*Value) {
	if len(args) == 0 || args[0] == unknown {
		return
	}
	v := m.input(-1-len(m.list)-in.Offset, &Value{Kind: Created, Offset: in.Offset})
	v.Member = to
	v.Args = m.joined(v.Args, args[1:])
	for n, local := range m.now.locals {
		if local == args[0] {
			m.now.locals[n] = v
		}
	}
}

// constant interprets the loads of what is written in the code.
func (m *machine) constant(in clr.Instruction) bool {
	switch {
	case in.Op >= clr.OpLdcI4M1 && in.Op <= clr.OpLdcI48:
		m.push(&Value{Kind: Constant, Int: int(in.Op - clr.OpLdcI40)})
	case in.Op == clr.OpLdcI4S || in.Op == clr.OpLdcI4 || in.Op == clr.OpLdcI8:
		m.push(&Value{Kind: Constant, Int: in.Operand})
	case in.Op == clr.OpLdnull:
		m.push(&Value{Kind: Null})
	case in.Op == clr.OpLdstr:
		v := m.make(in, Text)
		v.Text = m.image.UserString(in.Token())
		m.push(v)
	case in.Op == clr.OpLdftn || in.Op == clr.OpLdvirtftn:
		if in.Op == clr.OpLdvirtftn {
			m.pop()
		}
		v := m.make(in, Function)
		v.Member = m.image.Member(in.Token())
		m.push(v)
	case in.Op == clr.OpLdtoken:
		v := m.make(in, TypeInfo)
		v.Type = m.image.TypeOf(in.Token())
		m.push(v)
	default:
		return false
	}
	return true
}

// field interprets loads and stores of fields.
func (m *machine) field(in clr.Instruction) bool {
	switch in.Op {
	case clr.OpLdfld, clr.OpLdflda:
		m.push(m.load(in, m.pop()))
	case clr.OpLdsfld, clr.OpLdsflda:
		m.push(m.load(in, nil))
	case clr.OpStfld:
		v := m.pop()
		m.store(in, m.pop(), v)
	case clr.OpStsfld:
		m.store(in, nil, m.pop())
	default:
		return false
	}
	return true
}

func (m *machine) load(in clr.Instruction, object *Value) *Value {
	f := m.image.Member(in.Token())
	if f == nil {
		return unknown
	}
	key := fieldKey{object, f.OwnerName(), f.Name}
	if v := m.now.fields[key]; v != nil && v != unknown {
		return v
	}
	v := m.loaded[key]
	if v == nil || object == unknown {
		v = m.make(in, Loaded)
		v.Member = f
		if object != nil {
			v.Args = []*Value{object}
		}
		m.loaded[key] = v
	}
	return v
}

func (m *machine) store(in clr.Instruction, object, v *Value) {
	f := m.image.Member(in.Token())
	if f == nil {
		return
	}
	m.stores[in.Offset] = Store{in.Offset, f, object, v}
	if object != unknown {
		m.now.fields[fieldKey{object, f.OwnerName(), f.Name}] = v
	}
}

// call interprets a call or the creation of an object.
func (m *machine) call(in clr.Instruction) {
	to := m.image.Member(in.Token())
	if to == nil || to.Sig == nil {
		m.push(unknown)
		return
	}
	n := len(to.Sig.Params)
	if to.Sig.This && in.Op != clr.OpNewobj {
		n++
	}
	kind := Result
	if in.Op == clr.OpNewobj {
		kind = Created
	}
	args := m.popN(n)
	v := m.make(in, kind)
	v.Member = to
	v.Args = m.joined(v.Args, args)
	m.calls[in.Offset] = &Call{In: m.code, Offset: in.Offset, Op: in.Op, Member: to, Args: v.Args, Result: v}
	if in.Op == clr.OpCall && to.Name == ".ctor" {
		m.construct(in, to, args)
	}
	if in.Op == clr.OpNewobj || to.Sig.Return == nil || to.Sig.Return.Name != "System.Void" {
		m.push(v)
	}
}

// joined merges the arguments of an earlier visit with those of this one.
func (*machine) joined(earlier, now []*Value) []*Value {
	if len(earlier) != len(now) {
		return now
	}
	for i := range now {
		now[i] = merge(earlier[i], now[i])
	}
	return now
}

func (m *machine) indirect(in clr.Instruction) {
	m.pop()
	sig := m.image.CallSite(in.Token())
	if sig == nil {
		return
	}
	m.popN(len(sig.Params))
	if sig.This {
		m.pop()
	}
	if sig.Return == nil || sig.Return.Name != "System.Void" {
		m.push(m.make(in, Unknown))
	}
}
