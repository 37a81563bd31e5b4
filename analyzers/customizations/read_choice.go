package customizations

import (
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// optionLists are the elements of a choice that hold its options.
func optionLists() []string { return []string{"options", "statuses", "states"} }

// options reads the options of a choice.
func (r *reader) options(n xmltree.Node) []Option {
	var list []Option
	for _, name := range optionLists() {
		for c := range n.Child(name).Children() {
			if r.detail(c) {
				list = append(list, r.option(c))
			}
		}
	}
	return list
}

func (r *reader) option(n xmltree.Node) Option {
	o := Option{Range: r.Tag(n), Value: leaves.Int(r.Attr(n, "value")), State: leaves.Int(r.Attr(n, "state"))}
	if look := (OptionLook{r.Attr(n, "Color"), leaves.Flag(r.Attr(n, "IsHidden"))}); look.Color.Value != "" || look.Hidden.Value {
		o.Look = &look
	}
	o.Label = r.firstLabel(n.Child("labels"))
	return o
}
