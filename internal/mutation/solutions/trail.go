package solutions

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// A trail leads to elements of a member, or to an attribute of them:
//
//	Workflows/Workflow[Category=0]/Mode   below the root of customizations.xml
//	SolutionManifest/Version              below the root of solution.xml
//	${XamlFileName}:Workflow//Persist     below the root of another member
//	./@enabled                            from the element that was picked
//	..form/formLibraries                  from the nearest element of that name around it
//
// Two slashes stand for any number of levels. Conditions are [Child=value],
// [@attribute=value], [Child/@attribute=value], [.=value] for the element's own text,
// with != for other values and "|" between values, and [Child], [@attribute],
// [!Child], [!@attribute] for what is there and is not. Values are compared without
// regard to case; "~" in them is a blank, and a star at their end stands for the rest.
type trail struct {
	member   string // empty: customizations.xml, or solution.xml for its one element
	relative string // "." or the name of an element around; empty for an absolute path
	steps    []step
	attr     string // of the elements; empty for the elements themselves
}

type step struct {
	name string // "*" for any
	deep bool   // at any level below
	asks []condition
}

// A condition asks for a child, or an attribute, and for one of some values.
type condition struct {
	name   string // "." for the element's own text
	attr   string // of what name leads to; empty for its text
	not    bool
	values []string // none: whatever it is
}

// steps that begin a path in solution.xml.
const manifestStep = "SolutionManifest"

func parseTrail(s string) (trail, error) {
	var p trail
	before, _, _ := strings.Cut(s, "[")
	if i := strings.LastIndexByte(before, ':'); i >= 0 {
		p.member, s = s[:i], s[i+1:]
	}
	if rest, ok := strings.CutPrefix(s, ".."); ok {
		p.relative, s, _ = strings.Cut(rest, "/")
		if s == "" || p.relative == "" {
			p.relative = rest
		}
	} else if s == "." || strings.HasPrefix(s, "./") {
		p.relative, s = ".", strings.TrimPrefix(s[1:], "/")
	}
	deep := false
	for _, word := range splitSteps(s) {
		if word == "" {
			deep = true
			continue
		}
		if attr, ok := strings.CutPrefix(word, "@"); ok {
			p.attr = attr
			continue
		}
		st, err := parseStep(word)
		if err != nil {
			return p, fmt.Errorf("%q: %w", s, err)
		}
		st.deep, deep = deep, false
		p.steps = append(p.steps, st)
	}
	if p.member == "" && len(p.steps) > 0 && p.steps[0].name == manifestStep {
		p.member = manifest
	}
	return p, nil
}

// splitSteps cuts a path at the slashes outside of conditions.
func splitSteps(s string) []string {
	var list []string
	from, depth := 0, 0
	for i, c := range s {
		switch {
		case c == '[':
			depth++
		case c == ']':
			depth--
		case c == '/' && depth == 0:
			list = append(list, s[from:i])
			from = i + 1
		}
	}
	if from < len(s) {
		list = append(list, s[from:])
	}
	return list
}

func parseStep(s string) (step, error) {
	name, rest, _ := strings.Cut(s, "[")
	st := step{name: name}
	for rest != "" {
		ask, more, ok := strings.Cut(rest, "]")
		if !ok {
			return st, fmt.Errorf("the condition [%s is not closed", rest)
		}
		st.asks = append(st.asks, parseCondition(ask))
		rest = strings.TrimPrefix(more, "[")
	}
	return st, nil
}

func parseCondition(s string) condition {
	name, value, valued := strings.Cut(s, "=")
	var c condition
	if valued {
		c.values = strings.Split(strings.ReplaceAll(value, "~", " "), "|")
		name, c.not = strings.CutSuffix(name, "!")
	} else {
		name, c.not = strings.CutPrefix(name, "!")
	}
	c.name = name
	if i := strings.LastIndexByte(name, '@'); i >= 0 {
		c.attr = name[i+1:]
	}
	return c
}

// isLike reports whether a value is another one, or begins like one that ends in a
// star.
func isLike(value, other string) bool {
	if prefix, ok := strings.CutSuffix(other, "*"); ok {
		return len(value) >= len(prefix) && strings.EqualFold(value[:len(prefix)], prefix)
	}
	return strings.EqualFold(value, other)
}

// all yields the elements that a path leads to from an element. Expand fills in the
// values of conditions.
func (p trail) all(from xmltree.Node, expand func(string) string) iter.Seq[xmltree.Node] {
	return func(yield func(xmltree.Node) bool) { follow(from, p.steps, expand, yield) }
}

func follow(n xmltree.Node, steps []step, expand func(string) string, yield func(xmltree.Node) bool) bool {
	if len(steps) == 0 {
		return yield(n)
	}
	children := n.Children()
	if steps[0].deep {
		children = n.Below()
	}
	for c := range children {
		if steps[0].fits(c, expand) && !follow(c, steps[1:], expand, yield) {
			return false
		}
	}
	return true
}

func (s step) fits(n xmltree.Node, expand func(string) string) bool {
	if s.name != "*" && n.Tag() != s.name {
		return false
	}
	for _, c := range s.asks {
		if !c.holds(n, expand) {
			return false
		}
	}
	return true
}

func (c condition) holds(n xmltree.Node, expand func(string) string) bool {
	there, fits := false, false
	try := func(value string) {
		there = true
		fits = fits || slices.ContainsFunc(c.values, func(v string) bool { return isLike(value, expand(v)) })
	}
	switch names := strings.Split(c.name, "/"); {
	case c.name == ".":
		try(n.Text())
	case c.attr != "":
		each(n, names[:len(names)-1], func(n xmltree.Node) {
			if value, ok := n.Attr(c.attr); ok {
				try(value)
			}
		})
	default:
		each(n, names, func(n xmltree.Node) { try(n.Text()) })
	}
	if len(c.values) == 0 {
		return there != c.not
	}
	return fits != c.not
}

// each calls do with the elements that a path of names leads to.
func each(n xmltree.Node, names []string, do func(xmltree.Node)) {
	if len(names) == 0 {
		do(n)
		return
	}
	for c := range n.Named(names[0]) {
		each(c, names[1:], do)
	}
}
