package assembly

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

// Code is a method that runs from an entry, and what happens in it.
type Code struct {
	Assembly *Assembly
	Method   *clr.Method
	Body     *clr.Body
	Calls    []*Call  // in the order of the code; newobj too
	Throws   []Throw  // likewise
	Stores   []Store  // to fields, likewise
	Texts    []Use    // literals, likewise
	Returns  []*Value // what it may return

	// Entry is what the platform calls, and Caller the code on the way from
	// there, nil for the entry itself.
	Entry  *Entry
	Caller *Code
	// Setup is set for code that runs only when the entry's type is constructed,
	// once in the life of a sandbox process.
	Setup bool

	loops  []span
	points []clr.Point
}

// A Call is a call, or the creation of an object.
type Call struct {
	In     *Code
	Offset int
	Op     clr.Op // OpCall, OpCallvirt, OpNewobj
	Member *clr.Member
	Args   []*Value // with the object first; not that of a constructor
	Result *Value
}

// Is reports whether the named member is called; an empty name is any member.
func (c *Call) Is(owner, name string) bool { return c.Member.Is(owner, name) }

// IsNew reports whether an object of the named type is created.
func (c *Call) IsNew(typeName string) bool {
	return c.Op == clr.OpNewobj && c.Member.OwnerName() == typeName
}

// Arg returns an argument, the object of an instance call being number 0. It is
// an unknown value where there is none.
func (c *Call) Arg(i int) *Value {
	if i < 0 || i >= len(c.Args) {
		return unknown
	}
	return c.Args[i]
}

// Last returns the last argument.
func (c *Call) Last() *Value { return c.Arg(len(c.Args) - 1) }

// A Throw is a throw or rethrow.
type Throw struct {
	Offset  int
	Value   *Value // nil for a rethrow
	Rethrow bool
}

// A Store writes a field.
type Store struct {
	Offset int
	Field  *clr.Member
	Object *Value // nil for a static field
	Value  *Value
}

// A Use is a literal in the code.
type Use struct {
	Offset int
	Text   string
}

// Type returns the full name of the type that a person wrote the code in.
func (c *Code) Type() string { return c.Method.WrittenIn().Owner.String() }

// Member returns the method that a person wrote the code in:
// "Execute(IServiceProvider)".
func (c *Code) Member() string { return c.Method.String() }

// Where tells the place of an instruction: "Plugin.cs:12" where a PDB says so,
// otherwise its offset, "IL_000a".
func (c *Code) Where(offset int) string {
	if c.Assembly.pdb != nil {
		if c.points == nil {
			c.points = c.Assembly.pdb.Points(c.Method)
		}
		if p, ok := clr.At(c.points, offset); ok {
			name := strings.ReplaceAll(c.Assembly.pdb.Documents[p.Document].Name, `\`, "/")
			return fmt.Sprintf("%s:%d", path.Base(name), p.Line)
		}
	}
	return fmt.Sprintf("IL_%04x", offset)
}

// IsHidden reports whether the value goes where its further use is not seen: to
// another method of the assembly, into a field that a person wrote, or to the
// caller.
func (c *Code) IsHidden(v *Value) bool {
	for _, s := range c.Stores {
		if s.Value == v && !strings.Contains(s.Field.OwnerName(), "<") {
			return true
		}
	}
	return slices.Contains(c.Returns, v) ||
		slices.ContainsFunc(c.Uses(v), func(use *Call) bool { return use.Member.Method != nil })
}

// Uses returns the calls in the code that are given the value, as object or as
// argument.
func (c *Code) Uses(v *Value) []*Call {
	var calls []*Call
	for _, call := range c.Calls {
		if slices.Contains(call.Args, v) {
			calls = append(calls, call)
		}
	}
	return calls
}
