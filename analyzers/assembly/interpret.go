package assembly

import (
	"maps"
	"slices"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

// maxStack bounds the evaluation stack; real methods stay under a hundred.
const maxStack = 4096

// A frame is what is known at one point of a method.
type frame struct {
	stack  []*Value
	locals map[int]*Value
	args   map[int]*Value // those that were assigned
	fields map[fieldKey]*Value
}

// A fieldKey is a field of a certain object; of none for a static field.
type fieldKey struct {
	object *Value
	owner  string
	name   string
}

func (f *frame) clone() *frame {
	c := &frame{
		stack: slices.Clone(f.stack), locals: make(map[int]*Value, len(f.locals)),
		args: make(map[int]*Value, len(f.args)), fields: make(map[fieldKey]*Value, len(f.fields)),
	}
	maps.Copy(c.locals, f.locals)
	maps.Copy(c.args, f.args)
	maps.Copy(c.fields, f.fields)
	return c
}

// join merges another way to the same point into f and reports whether f
// changed. What one way does not know, both do not.
func (f *frame) join(g *frame) bool {
	changed := len(f.stack) > len(g.stack)
	f.stack = f.stack[:min(len(f.stack), len(g.stack))]
	for i, v := range f.stack {
		if m := merge(v, g.stack[i]); m != v {
			f.stack[i], changed = m, true
		}
	}
	return joinMap(f.locals, g.locals) || joinMap(f.args, g.args) || joinMap(f.fields, g.fields) || changed
}

func joinMap[K comparable](into, from map[K]*Value) bool {
	changed := false
	for k, v := range into {
		other, ok := from[k]
		if !ok && v != unknown {
			other = unknown
		}
		if !ok && v == unknown {
			continue
		}
		if m := merge(v, other); m != v {
			into[k], changed = m, true
		}
	}
	return changed
}

// A machine interprets one method. Each instruction makes the same value
// whenever it is interpreted, so the fixed point is soon reached: a place only
// ever changes from a value to an unknown one.
type machine struct {
	code   *Code
	image  *clr.Image
	list   []clr.Instruction
	at     map[int]int // index of the instruction at an offset
	before map[int]*frame
	work   []int
	made   map[int]*Value
	inputs map[int]*Value
	calls  map[int]*Call
	throws map[int]Throw
	stores map[int]Store
	loaded map[fieldKey]*Value
	result []*Value
	now    *frame
}

// interpret runs the method's code and fills c.
func (c *Code) interpret(list []clr.Instruction) {
	m := &machine{
		code: c, image: c.Assembly.Image, list: list, at: make(map[int]int, len(list)),
		before: make(map[int]*frame), made: make(map[int]*Value), inputs: make(map[int]*Value),
		calls: make(map[int]*Call), throws: make(map[int]Throw), stores: make(map[int]Store), loaded: make(map[fieldKey]*Value),
	}
	for i, in := range list {
		m.at[in.Offset] = i
		for _, to := range in.Targets() {
			if to <= in.Offset {
				c.loops = append(c.loops, span{to, in.Offset})
			}
		}
		if in.Op == clr.OpLdstr {
			c.Texts = append(c.Texts, Use{in.Offset, m.image.UserString(in.Token())})
		}
	}
	m.enter(0, &frame{})
	for steps := 0; len(m.work) > 0 && steps < 30*len(list)+100; {
		i := m.work[len(m.work)-1]
		m.work = m.work[:len(m.work)-1]
		steps += m.block(i)
	}
	m.finish()
}

// enter joins a frame into what is known before an offset, and puts that into
// the work where it changed.
func (m *machine) enter(offset int, f *frame) {
	i, ok := m.at[offset]
	if !ok {
		return
	}
	known := m.before[i]
	if known == nil {
		m.before[i] = f.clone()
	} else if !known.join(f) {
		return
	}
	m.work = append(m.work, i)
}

// block interprets from an instruction to the next branch, and returns how many
// instructions that were.
func (m *machine) block(start int) int {
	m.now = m.before[start].clone()
	m.guard(start)
	for i := start; i < len(m.list); i++ {
		in := m.list[i]
		if i > start && m.before[i] != nil { // another way leads here
			m.enter(in.Offset, m.now)
			return i - start
		}
		if i > start {
			m.guard(i)
		}
		m.step(in)
		switch in.Op.Flow() {
		case clr.CondFlow:
			for _, to := range in.Targets() {
				m.enter(to, m.now)
			}
		case clr.BranchFlow:
			if in.Op == clr.OpLeave || in.Op == clr.OpLeaveS {
				m.now.stack = nil
			}
			for _, to := range in.Targets() {
				m.enter(to, m.now)
			}
			return i - start + 1
		case clr.ReturnFlow, clr.ThrowFlow:
			return i - start + 1
		default:
		}
	}
	return len(m.list) - start
}

// guard enters the handlers of a try block that begins here. What is assigned in
// the block may or may not have happened there.
func (m *machine) guard(i int) {
	for _, c := range m.code.Body.Clauses {
		if c.Try != m.list[i].Offset {
			continue
		}
		f := m.now.clone()
		f.stack = nil
		for _, in := range m.list[i:] {
			if in.Offset >= c.TryEnd {
				break
			}
			if n, ok := stored(in); ok {
				f.locals[n] = unknown
			}
		}
		if c.Kind == clr.CatchClause || c.Kind == clr.FilterClause {
			f.stack = []*Value{m.input(-1-c.Handler, &Value{Kind: Caught, Type: m.image.TypeOf(c.Catch), Offset: c.Handler})}
		}
		if c.Kind == clr.FilterClause {
			m.enter(c.Filter, f)
		}
		m.enter(c.Handler, f)
	}
}

// stored returns the local that an instruction assigns.
func stored(in clr.Instruction) (int, bool) {
	switch in.Op {
	case clr.OpStloc0, clr.OpStloc1, clr.OpStloc2, clr.OpStloc3:
		return int(in.Op - clr.OpStloc0), true
	case clr.OpStlocS, clr.OpStloc, clr.OpLdlocaS, clr.OpLdloca:
		return in.Operand, true
	default:
		return 0, false
	}
}

func (m *machine) push(v *Value) {
	if len(m.now.stack) < maxStack {
		m.now.stack = append(m.now.stack, v)
	}
}

func (m *machine) pop() *Value {
	n := len(m.now.stack)
	if n == 0 {
		return unknown
	}
	v := m.now.stack[n-1]
	m.now.stack = m.now.stack[:n-1]
	return v
}

func (m *machine) popN(n int) []*Value {
	args := make([]*Value, min(n, maxStack))
	for i := range slices.Backward(args) {
		args[i] = m.pop()
	}
	return args
}

// input returns the value of a number that is made once: arguments by their
// index, exceptions by what is below zero.
func (m *machine) input(n int, v *Value) *Value {
	if known := m.inputs[n]; known != nil {
		return known
	}
	v.In = m.code
	m.inputs[n] = v
	return v
}

// make returns the value that an instruction makes, the same at each visit.
func (m *machine) make(in clr.Instruction, kind ValueKind) *Value {
	v := m.made[in.Offset]
	if v == nil {
		v = &Value{Kind: kind, Offset: in.Offset, In: m.code}
		m.made[in.Offset] = v
	}
	return v
}

// finish hands over what was found, in the order of the code.
func (m *machine) finish() {
	c := m.code
	for _, in := range m.list {
		if call := m.calls[in.Offset]; call != nil {
			c.Calls = append(c.Calls, call)
		}
		if t, ok := m.throws[in.Offset]; ok {
			c.Throws = append(c.Throws, t)
		}
		if s, ok := m.stores[in.Offset]; ok {
			c.Stores = append(c.Stores, s)
		}
	}
	c.Returns = m.result
}
