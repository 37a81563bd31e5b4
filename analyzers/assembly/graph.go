package assembly

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

// maxReached bounds the instructions that are interpreted in one assembly. The
// largest real one has a fifth of it, most of them in merged libraries.
const maxReached = 5_000_000

// A graph finds the code that runs from the entries.
type graph struct {
	*Assembly
	below     map[*clr.Type][]*clr.Type // types that derive from a type or implement it
	generated map[*clr.Method][]*clr.Method
	queue     []*Code
	left      int // instructions
	setup     bool
}

// walk interprets the code that runs from the entries, nearest first, so that
// Caller leads to the entry on a shortest way.
func (a *Assembly) walk() {
	g := &graph{Assembly: a, below: make(map[*clr.Type][]*clr.Type), generated: make(map[*clr.Method][]*clr.Method), left: maxReached}
	a.codes = make(map[*clr.Method]*Code)
	a.sites = make(map[*clr.Method][]Site)
	a.given = make(map[*clr.Method][][]*Value)
	if len(a.Entries) == 0 {
		return
	}
	g.index()
	for _, e := range a.Entries {
		g.reach(e.Method, e, nil, 0)
	}
	g.drain()
	g.setup = true
	for _, e := range a.Entries {
		for _, m := range e.Type.Methods {
			if m.Name == ".ctor" || m.Name == ".cctor" {
				g.reach(m, e, nil, 0)
			}
		}
	}
	g.drain()
	for _, c := range a.codes {
		a.Reached = append(a.Reached, c)
	}
	slices.SortFunc(a.Reached, func(x, y *Code) int { return int(x.Method.Token - y.Method.Token) })
}

// drain interprets what was reached until nothing more is.
func (g *graph) drain() {
	for len(g.queue) > 0 {
		c := g.queue[0]
		g.queue = g.queue[1:]
		g.follow(c)
	}
}

func (g *graph) index() {
	for _, t := range g.Image.Types {
		for _, up := range slices.Concat(t.Interfaces, []*clr.TypeSig{t.Base}) {
			if def := g.Image.DefinedBy(up); def != nil {
				g.below[def] = append(g.below[def], t)
			}
		}
	}
	for _, m := range g.Image.Methods() {
		if m.IsGenerated() {
			written := m.WrittenIn()
			g.generated[written] = append(g.generated[written], m)
		}
	}
}

// reach adds a method to what runs, once.
func (g *graph) reach(m *clr.Method, e *Entry, caller *Code, offset int) {
	if m == nil {
		return
	}
	if caller != nil {
		g.sites[m] = append(g.sites[m], Site{caller, offset})
	}
	if g.codes[m] != nil {
		return
	}
	body, err := m.Body()
	if err != nil || body == nil {
		return
	}
	c := &Code{Assembly: g.Assembly, Method: m, Body: body, Entry: e, Caller: caller, Setup: g.setup}
	g.codes[m] = c
	g.queue = append(g.queue, c)
}

// follow interprets a method and reaches what it calls.
func (g *graph) follow(c *Code) {
	code, _ := c.Body.Instructions() // what there is of it
	if g.left -= len(code); g.left < 0 {
		return
	}
	c.interpret(code)
	for _, in := range code {
		if in.Op.Operand() == clr.MethodOperand || in.Op.Operand() == clr.FieldOperand {
			g.touch(c, in)
		}
	}
	for _, call := range c.Calls {
		if call.Member.Method != nil {
			g.given[call.Member.Method] = append(g.given[call.Member.Method], call.arguments())
		}
	}
	if !c.Method.IsGenerated() {
		for _, m := range g.generated[c.Method] {
			g.reach(m, c.Entry, c, -1)
		}
	}
}

// arguments returns what the called method sees: a constructor has its object
// first too.
func (c *Call) arguments() []*Value {
	if c.Op == clr.OpNewobj {
		return slices.Concat([]*Value{c.Result}, c.Args)
	}
	return c.Args
}

// touch reaches the methods that an instruction may run.
func (g *graph) touch(c *Code, in clr.Instruction) {
	m := g.Image.Member(in.Token())
	if m == nil {
		return
	}
	if owner := g.Image.DefinedBy(m.Owner); owner != nil && owner != c.Method.Owner {
		for _, cctor := range owner.Methods {
			if cctor.Name == ".cctor" {
				g.reach(cctor, c.Entry, c, in.Offset)
			}
		}
	}
	if m.Method == nil {
		return
	}
	g.reach(m.Method, c.Entry, c, in.Offset)
	if (in.Op == clr.OpCallvirt || in.Op == clr.OpLdvirtftn) && m.Method.Flags&clr.MethodVirtual != 0 {
		g.overrides(m.Method, m.Method.Owner, Site{c, in.Offset}, make(map[*clr.Type]bool))
	}
}

// overrides reaches the methods that a virtual or interface call of m may run:
// those of the types below t that have its name and signature.
func (g *graph) overrides(m *clr.Method, t *clr.Type, at Site, seen map[*clr.Type]bool) {
	if seen[t] || len(seen) > 2000 {
		return
	}
	seen[t] = true
	for _, below := range g.below[t] {
		own := below.MethodLike(m.Name, m.Sig)
		if own == nil && t.IsInterface() {
			own = below.MethodLike(t.FullName+"."+m.Name, m.Sig)
		}
		g.reach(own, at.Code.Entry, at.Code, at.Offset)
		g.overrides(m, below, at, seen)
	}
}
