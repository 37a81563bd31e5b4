// Package retired knows what Microsoft has retired: controls, connectors,
// solutions, tables and addresses that a package can still name, with what became
// of each, since when, and what to do. The rules of many areas ask it.
package retired

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A Thing is something that Microsoft has retired.
type Thing struct {
	Kind   string // "control", "table" and so on
	Name   string // in lower case
	Label  string // what it is called in a message
	Advice string // what to do, as the end of a sentence

	state, since string
	below        int            // of a solution: the first major version that is another product, 0 for none
	pattern      *regexp.Regexp // of an address
	unless       string         // of an address: what a good one holds
}

//go:embed retired.tsv
var retiredTSV string

// Things returns all of the table, in its order.
var Things = sync.OnceValue(func() []*Thing {
	var list []*Thing
	for line := range strings.Lines(retiredTSV) {
		if fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t"); len(fields) == 6 && line[0] != '#' {
			list = append(list, newThing(fields))
		}
	}
	return list
})

func newThing(fields []string) *Thing {
	t := &Thing{Kind: fields[0], Name: fields[1], Label: fields[2], state: fields[3], since: fields[4], Advice: fields[5]}
	switch t.Kind {
	case "solution": // "name(4)"
		name, major, _ := strings.Cut(t.Name, "(")
		if below, err := strconv.Atoi(strings.TrimSuffix(major, ")")); err == nil {
			t.Name, t.below = name, below
		}
	case "address":
		t.Name, t.unless, _ = strings.Cut(t.Name, " !")
		t.pattern = regexp.MustCompile(t.Name)
	}
	return t
}

// byName are the things by kind and name.
var byName = sync.OnceValue(func() map[[2]string]*Thing {
	list := make(map[[2]string]*Thing)
	for _, t := range Things() {
		list[[2]string{t.Kind, t.Name}] = t
	}
	return list
})

func named(kind, name string) *Thing { return byName()[[2]string{kind, strings.ToLower(name)}] }

// Control returns what became of a control of model-driven apps, nil for one that
// is not retired. Grids are not among them.
func Control(name string) *Thing { return named("control", name) }

// Grid returns what became of a control that shows rows, nil for one that is not
// retired.
func Grid(name string) *Thing { return named("grid", name) }

// Connector returns what became of a connector by its ID or the last part of it,
// nil for one that is not retired.
func Connector(id string) *Thing { return named("connector", id[strings.LastIndexByte(id, '/')+1:]) }

// Table returns what became of a table, nil for one that is not retired.
func Table(name string) *Thing { return named("table", name) }

// Column returns what became of a column of a table, nil for one that is not
// retired.
func Column(table, name string) *Thing { return named("column", table+"."+name) }

// Solution returns what became of a version of a solution, nil for one that is not
// retired. A version that cannot be read may be any.
func Solution(name, version string) *Thing {
	t := named("solution", name)
	if t == nil || t.below == 0 {
		return t
	}
	first, _, _ := strings.Cut(version, ".")
	if major, err := strconv.Atoi(first); err == nil && major >= t.below {
		return nil
	}
	return t
}

// Address returns the first retired address in a text and what became of it, nil
// where it holds none.
func Address(text string) (found string, t *Thing) {
	lower := lowered(text)
	if !mayHoldAddress(lower) {
		return "", nil
	}
	first := len(text)
	for _, a := range Things() {
		if a.pattern == nil || a.unless != "" && strings.Contains(lower, a.unless) {
			continue
		}
		if at := a.pattern.FindStringIndex(lower); at != nil && at[0] < first {
			first, found, t = at[0], text[at[0]:at[1]], a
		}
	}
	return found, t
}

// lowered makes letters of ASCII small and leaves all other bytes alone, so that
// places in the text stay the same.
func lowered(text string) string {
	b := []byte(text)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c - 'A' + 'a'
		}
	}
	return string(b)
}

// mayHoldAddress passes over the most of all texts without a look at patterns.
func mayHoldAddress(lower string) bool {
	for _, part := range []string{".dynamics.", "dynamics.us", "discovery.svc", "authtype", "ms-apps:"} {
		if strings.Contains(lower, part) {
			return true
		}
	}
	return false
}

// IsRemoved reports whether the thing does not work any more.
func (t *Thing) IsRemoved() bool { return t.state == "removed" }

// Fate says what became of the thing: "deprecated since March 2026", "unsupported
// since April 2022", "removed in February 2024", "removed on 21 April 2021".
func (t *Thing) Fate() string {
	preposition, day := " in ", ""
	if at, err := time.Parse("2006-01", t.since); err == nil {
		day = at.Format("January 2006")
	} else if at, err := time.Parse(time.DateOnly, t.since); err == nil {
		preposition, day = " on ", at.Format("2 January 2006")
	}
	switch {
	case day == "":
		return t.state
	case !t.IsRemoved():
		preposition = " since "
	}
	return t.state + preposition + day
}
