package logs

import (
	"strconv"
	"strings"
)

// A Comparison is what changed from one set of logs to another.
type Comparison struct {
	New       []Entry // in the second alone
	Fixed     []Entry // in the first alone
	Unchanged []Entry // in both, as the second has them
}

// Compare compares two sets of logs. Results are matched by rule, place and text,
// the surest ways first: two logs of solcheck by its fingerprints, others by
// member, code and line, and where the paths differ, as those of Microsoft's
// service and of solcheck do, by the name of the file or of the component. Each
// result has one partner at most.
func Compare(before, after []Log) (*Comparison, error) {
	was, wasListed, err := read(before)
	if err != nil {
		return nil, err
	}
	is, isListed, err := read(after)
	if err != nil {
		return nil, err
	}
	partner := match(was, is)
	c := new(Comparison)
	taken := make([]bool, len(was))
	for i := range is {
		if partner[i] >= 0 {
			taken[partner[i]] = true
			c.Unchanged = append(c.Unchanged, is[i])
			continue
		}
		is[i].Unlisted = !wasListed[strings.ToLower(is[i].Rule)]
		c.New = append(c.New, is[i])
	}
	for i := range was {
		if !taken[i] {
			was[i].Unlisted = !isListed[strings.ToLower(was[i].Rule)]
			c.Fixed = append(c.Fixed, was[i])
		}
	}
	return c, nil
}

// ways returns how an entry can be recognised, the surest way first. A way that an
// entry lacks is empty.
func ways() []func(*Entry) string {
	line := func(e *Entry) string { return strconv.Itoa(e.Line) }
	// at is a place by its line. Line 1 stands for whole files too, which hold
	// many results.
	at := func(name string, e *Entry) string {
		if e.Line <= 1 {
			return ""
		}
		return join3(name, line(e), "")
	}
	// whole is a whole file by what is said of it: one log may quote code of an
	// assembly that the other does not quote.
	whole := func(name string, e *Entry) string {
		if e.Line > 1 {
			return ""
		}
		return join3(name, e.Message, "")
	}
	return []func(*Entry) string{
		func(e *Entry) string { return e.fingerprint },
		func(e *Entry) string { return join3(e.member(), e.text, line(e)) },
		func(e *Entry) string { return join3(e.member(), e.text, "") },
		func(e *Entry) string { return whole(e.member(), e) },
		func(e *Entry) string { return at(e.member(), e) },
		func(e *Entry) string { return join3(e.base(), e.text, "") },
		func(e *Entry) string { return whole(e.base(), e) },
		func(e *Entry) string { return at(e.base(), e) },
		func(e *Entry) string { return join3(e.logical, e.text, "") },
		func(e *Entry) string { return whole(e.logical, e) },
		func(e *Entry) string { return at(e.logical, e) },
	}
}

// join3 joins the parts of a key; without the first there is none.
func join3(a, b, c string) string {
	if a == "" || a == "." {
		return ""
	}
	return strings.Join([]string{a, b, c}, "\x00")
}

// match returns for each entry of is its partner in was, -1 for none.
func match(was, is []Entry) []int {
	partner := make([]int, len(is))
	for i := range partner {
		partner[i] = -1
	}
	taken := make([]bool, len(was))
	for _, way := range ways() {
		open := make(map[string][]int)
		for i := range was {
			if key := way(&was[i]); !taken[i] && key != "" {
				key = strings.ToLower(was[i].Rule) + "\x00" + key
				open[key] = append(open[key], i)
			}
		}
		for i := range is {
			key := way(&is[i])
			if partner[i] >= 0 || key == "" {
				continue
			}
			key = strings.ToLower(is[i].Rule) + "\x00" + key
			if list := open[key]; len(list) > 0 {
				partner[i], open[key] = list[0], list[1:]
				taken[list[0]] = true
			}
		}
	}
	return partner
}
