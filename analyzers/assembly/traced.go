package assembly

import "slices"

// IsTraced reports whether a value, and each text that is made of it, only goes into
// the trace.
func (c *Code) IsTraced(v *Value) bool { return c.isTraced(v, make(map[*Value]bool)) }

func (c *Code) isTraced(v *Value, seen map[*Value]bool) bool {
	if seen[v] || len(seen) > maxFollowed || slices.Contains(c.Returns, v) ||
		slices.ContainsFunc(c.Stores, func(s Store) bool { return s.Value == v }) {
		return false
	}
	seen[v] = true
	uses := c.usesInArrays(v)
	return len(uses) > 0 && !slices.ContainsFunc(uses, func(use *Call) bool {
		return use.Member.Name != "Trace" && (!use.makesText() || !c.isTraced(use.Result, seen))
	})
}

// usesInArrays returns the calls that are given the value, or an array that holds it.
func (c *Code) usesInArrays(v *Value) []*Call {
	var calls []*Call
	for _, call := range c.Calls {
		if slices.ContainsFunc(call.Args, func(arg *Value) bool {
			return arg == v || arg.Kind == Vector && slices.Contains(arg.Args, v)
		}) {
			calls = append(calls, call)
		}
	}
	return calls
}

// makesText reports whether the call returns a text.
func (c *Call) makesText() bool {
	return c.Member.Sig != nil && c.Member.Sig.Return != nil && c.Member.Sig.Return.Is("System.String")
}
