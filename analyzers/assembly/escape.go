package assembly

import "github.com/solcheck/solcheck/analyzers/syntax/clr"

// A Site is an instruction that may run a method. The offset is -1 for code that
// the compiler runs, such as the body of an async method.
type Site struct {
	Code   *Code
	Offset int
}

// exception is the base of all exceptions.
const exception = "System.Exception"

// IsCaught reports whether an exception of the named type that is thrown at an
// offset ends in a handler of the code itself.
func (c *Code) IsCaught(offset int, typeName string) bool {
	for _, clause := range c.Body.Clauses {
		if clause.Kind != clr.CatchClause || !clause.Covers(offset) {
			continue
		}
		caught := c.Assembly.Image.TypeOf(clause.Catch)
		if caught.Is(exception) || caught.Is("System.Object") || c.Assembly.IsA(typeName, caught.Name) {
			return true
		}
	}
	return false
}

// Escapes reports whether an exception that is thrown at an offset may leave what
// the platform calls: whether on some way from an entry no handler takes it.
func (c *Code) Escapes(offset int, typeName string) bool {
	return c.escapes(offset, typeName, make(map[*Code]bool))
}

func (c *Code) escapes(offset int, typeName string, seen map[*Code]bool) bool {
	if seen[c] || c.IsCaught(offset, typeName) {
		return false
	}
	seen[c] = true
	for _, e := range c.Assembly.Entries {
		if e.Method == c.Method {
			return true
		}
	}
	sites := c.Assembly.sites[c.Method]
	for _, s := range sites {
		if s.Code.escapes(s.Offset, typeName, seen) {
			return true
		}
	}
	return len(sites) == 0
}

// IsA reports whether the named type is, or derives from, another. Of the types
// of other assemblies it knows only their name.
func (a *Assembly) IsA(typeName, base string) bool {
	for range 64 {
		if typeName == base {
			return true
		}
		t := a.Image.Type(typeName)
		if t == nil || t.Base == nil {
			return false
		}
		typeName = t.Base.Name
	}
	return false
}

// CatchAround returns the clause whose handler holds the offset, innermost first.
func (c *Code) CatchAround(offset int) (clr.Clause, bool) {
	for _, clause := range c.Body.Clauses { // inner ones come first
		if clause.Handles(offset) && clause.Kind == clr.CatchClause {
			return clause, true
		}
	}
	return clr.Clause{}, false
}

// EmptyHandlers returns the clauses that catch an exception and do nothing at
// all: no call, no throw, nothing kept.
func (c *Code) EmptyHandlers() []clr.Clause {
	var empty []clr.Clause
	code, _ := c.Body.Instructions() // what there is of it
	for _, clause := range c.Body.Clauses {
		if clause.Kind == clr.CatchClause && isEmpty(code, clause) {
			empty = append(empty, clause)
		}
	}
	return empty
}

// isEmpty reports whether a handler only drops the exception and leaves.
func isEmpty(code []clr.Instruction, clause clr.Clause) bool {
	for _, in := range code {
		if !clause.Handles(in.Offset) {
			continue
		}
		switch in.Op {
		case clr.OpNop, clr.OpPop, clr.OpLeave, clr.OpLeaveS, clr.OpStloc0, clr.OpStloc1, clr.OpStloc2, clr.OpStloc3, clr.OpStlocS, clr.OpStloc:
		default:
			return false
		}
	}
	return true
}
