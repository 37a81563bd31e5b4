package assembly

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

// A span is the code between a branch backwards and where it goes.
type span struct{ from, to int }

// InLoop reports whether the instruction may run more than once in a call of the
// method: whether a way leads from it back to it. What a loop does once before it
// ends is not in the loop.
func (c *Code) InLoop(offset int) bool {
	around := func(s span) bool { return offset >= s.from && offset <= s.to }
	return slices.ContainsFunc(c.loops, around) && c.returnsTo(offset)
}

// returnsTo follows the control flow from an instruction. Exceptions are left out:
// a handler that goes back into a loop is rare.
func (c *Code) returnsTo(offset int) bool {
	code, _ := c.Body.Instructions() // what there is of it
	index := make(map[int]int, len(code))
	for i, in := range code {
		index[in.Offset] = i
	}
	seen := make([]bool, len(code))
	queue := after(code, index, offset)
	for len(queue) > 0 {
		i := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if i >= len(code) || seen[i] {
			continue
		}
		if code[i].Offset == offset {
			return true
		}
		seen[i] = true
		queue = append(queue, after(code, index, code[i].Offset)...)
	}
	return false
}

// after returns the indexes of the instructions that may follow one.
func after(code []clr.Instruction, index map[int]int, offset int) []int {
	i, ok := index[offset]
	if !ok {
		return nil
	}
	var next []int
	for _, to := range code[i].Targets() {
		if target, ok := index[to]; ok {
			next = append(next, target)
		}
	}
	switch code[i].Op.Flow() {
	case clr.BranchFlow, clr.ReturnFlow, clr.ThrowFlow:
		return next
	default:
		return append(next, i+1)
	}
}
