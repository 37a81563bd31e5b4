package assembly

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

// maxRuns bounds the pairs of an entry and code that runs from it. Real
// assemblies have some hundred thousand of them; what is above the bound belongs
// to no entry.
const maxRuns = 5_000_000

// findRuns finds for each entry the code that runs from it.
func (a *Assembly) findRuns() {
	calls := make(map[*Code][]*Code)
	for _, c := range a.Reached {
		for _, site := range a.sites[c.Method] {
			calls[site.Code] = append(calls[site.Code], c)
		}
	}
	left := maxRuns
	for _, e := range a.Entries {
		e.Runs = a.runsOf(e, calls, &left)
	}
}

// runsOf follows the calls from an entry. Plug-ins share base classes, whose
// calls lead to the methods of all of them: code of a plug-in or activity that the
// entry's type does not derive from is not its own.
func (a *Assembly) runsOf(e *Entry, calls map[*Code][]*Code, left *int) []*Code {
	seen := make(map[*Code]bool)
	queue := []*Code{a.codes[e.Method]}
	for _, m := range e.Type.Methods {
		if m.Name == ".ctor" || m.Name == ".cctor" {
			queue = append(queue, a.codes[m])
		}
	}
	var runs []*Code
	for len(queue) > 0 && *left > 0 {
		c := queue[0]
		queue = queue[1:]
		if c == nil || seen[c] || a.isAnothers(c.Method, e.Type) {
			continue
		}
		seen[c] = true
		*left -= 1 + len(calls[c])
		runs = append(runs, c)
		queue = append(queue, calls[c]...)
	}
	slices.SortFunc(runs, func(x, y *Code) int { return int(x.Method.Token - y.Method.Token) })
	return runs
}

// isAnothers reports whether a method belongs to a plug-in or activity that t is
// not and does not derive from.
func (a *Assembly) isAnothers(m *clr.Method, t *clr.Type) bool {
	owner := m.WrittenIn().Owner
	for owner.Enclosing != nil && !a.IsPlugIn(owner) && !a.IsActivity(owner) {
		owner = owner.Enclosing
	}
	if !a.IsPlugIn(owner) && !a.IsActivity(owner) {
		return false
	}
	for ; t != nil; t = a.base(t) {
		if t == owner {
			return false
		}
	}
	return true
}
