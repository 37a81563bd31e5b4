package solutions

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

// A Defect is one fault that a solution can have, and the rule that finds it.
type Defect struct {
	Rule  string
	edits []edit
	// With are rules that speak of the same defect with reason.
	With []string
	// Also are rules that may speak besides in solutions of the field, where a
	// change can have more than one side.
	Also []string
	// ZipOnly says that unpacked sources do not have the defect.
	ZipOnly bool
}

// An edit is one line of a defect.
type edit struct {
	verb string
	path trail
	// member is that of a verb about whole members.
	member string
	text   string
	line   int
	// isPlace says that the defect is to be found where the edit is made.
	isPlace bool
}

//go:embed defects.txt
var defectsText string

// Defects returns the defects that are made, and for the rules that none is made
// for the reasons by their ids.
func Defects() (list []*Defect, none map[string]string, err error) { return parse(defectsText) }

// parse reads defects. Each begins with the id of its rule at the start of a line,
// and each indented line after it is an edit; one that begins with "|" goes on with
// the line before. A line "none ID why" tells why a rule has no defect, and "let
// NAME = TEXT" has {NAME} stand for a text.
func parse(s string) ([]*Defect, map[string]string, error) {
	var list []*Defect
	none := make(map[string]string)
	names := []string{}
	for i, line := range joined(s) {
		line = strings.NewReplacer(names...).Replace(line)
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || words[0][0] == '#':
		case words[0] == "let" && len(words) > 3:
			_, text, _ := strings.Cut(line, "= ")
			names = append(names, "{"+words[1]+"}", text)
		case words[0] == "none" && line[0] != ' ' && len(words) > 2:
			none[words[1]] = strings.Join(words[2:], " ")
		case line[0] != ' ':
			list = append(list, &Defect{Rule: words[0]})
		case len(list) == 0:
			return nil, nil, fmt.Errorf("line %d belongs to no defect", i)
		default:
			if err := list[len(list)-1].add(words, line, i); err != nil {
				return nil, nil, fmt.Errorf("line %d: %s: %w", i, list[len(list)-1].Rule, err)
			}
		}
	}
	for _, d := range list {
		d.settle()
	}
	return list, none, nil
}

// settle has a defect that does not say where it is to be found be found where the
// first edit is made.
func (d *Defect) settle() {
	for _, e := range d.edits {
		if strings.Contains(e.text, caret) || slices.Contains([]string{"at", "whole", "call", "swap"}, e.verb) {
			return
		}
	}
	for i := range d.edits {
		switch e := &d.edits[i]; e.verb {
		case "copy", "file":
			e.isPlace = true
			return
		case "set", "add", "before", "replace", "append":
			e.text = caret + e.text
			return
		}
	}
}

// joined yields the lines with their numbers, those that go on joined.
func joined(s string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		lines := strings.Split(s, "\n")
		for i := 0; i < len(lines); i++ {
			number, parts := i+1, lines[i:i+1:i+1]
			for i+1 < len(lines) && strings.HasPrefix(strings.TrimSpace(lines[i+1]), "| ") {
				i++
				parts = append(parts, strings.TrimPrefix(strings.TrimSpace(lines[i]), "| "))
			}
			if !yield(number, strings.Join(parts, "")) {
				return
			}
		}
	}
}

// verbs are what lines can say, with what stands behind them: a path, a member, or
// nothing.
var (
	pathVerbs   = []string{"pick", "if", "unless", "set", "add", "before", "replace", "swap", "copy", "delete", "at"}
	memberVerbs = []string{"without", "file", "drop", "append", "change", "call", "whole"}
)

func (d *Defect) add(words []string, line string, number int) error {
	verb := words[0]
	switch {
	case verb == "also":
		d.Also = append(d.Also, words[1:]...)
		return nil
	case verb == "with":
		d.With = append(d.With, words[1:]...)
		return nil
	case verb == "only" && len(words) == 2 && words[1] == "zip":
		d.ZipOnly = true
		return nil
	case len(words) < 2:
		return fmt.Errorf("%q says not where", verb)
	}
	_, text, _ := strings.Cut(line, verb)
	_, text, _ = strings.Cut(text, words[1])
	e := edit{verb: verb, text: strings.TrimSpace(text), line: number}
	switch {
	case slices.Contains(pathVerbs, verb):
		p, err := parseTrail(words[1])
		if err != nil {
			return err
		}
		e.path = p
	case slices.Contains(memberVerbs, verb):
		e.member = words[1]
	default:
		return fmt.Errorf("nothing is done by %q", verb)
	}
	if verb == "call" {
		d.With = append(d.With, "plugin-use-strong-name") // the assembly is not signed again
	}
	d.edits = append(d.edits, e)
	return nil
}
