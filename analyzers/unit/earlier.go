package unit

import "golang.org/x/tools/go/analysis"

// Earlier is the package fact by which the driver tells a unit what is known of
// the packages of the version before. A unit that has the fact is compared with
// them, or is one of them: then the list is empty, and whoever compares exports
// what it will need of the unit.
type Earlier struct{ Units []EarlierUnit }

// An EarlierUnit is a unit of the version before.
type EarlierUnit struct {
	Path  string // shown
	Kind  Kind
	Facts []analysis.Fact // that its analyzers exported
}

// AFact marks Earlier as a fact.
func (*Earlier) AFact() {}

// String tells whether there is something to compare with.
func (e *Earlier) String() string {
	if len(e.Units) == 0 {
		return "nothing earlier"
	}
	return "something earlier"
}
