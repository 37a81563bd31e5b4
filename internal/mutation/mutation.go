// Package mutation makes one defect at a time in JSON that is right, to prove that
// it is found at its place and that nothing else is.
//
// A defect changes the text at one place and leaves every other byte as it is.
package mutation

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// A Mutation is one defect.
type Mutation struct {
	Name  string // the validator's code, or the id of the rule that finds it
	File  string // "definition" or "properties"
	Edits []Edit
	At    string   // pattern of the JSON pointer where it is found; empty for the file as a whole
	Also  []string // names of what may be found besides
}

// An Edit changes one place. Stars in its pattern stand for any step; those of one
// mutation are bound by its first edit, in their order.
type Edit struct {
	Verb    string // "set", "put", "add", "delete", "rename"; "if" and "unless" ask for what must be there, and must not
	Pattern string
	Text    string // JSON, or the new name
}

//go:embed connector.txt
var connectorText string

// Connector returns the defects of connectors.
func Connector() ([]Mutation, error) { return Parse(connectorText) }

// Parse reads mutations. Each begins with its name at the start of a line; the
// indented lines after it are edits, the place ("at"), names of what may be found
// besides ("also") and, for properties, "file properties".
func Parse(text string) ([]Mutation, error) {
	var list []Mutation
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || words[0][0] == '#':
			continue
		case line[0] != ' ':
			list = append(list, Mutation{Name: words[0], File: "definition"})
			continue
		case len(list) == 0:
			return nil, fmt.Errorf("the line %q belongs to no mutation", line)
		}
		if err := list[len(list)-1].line(words, line); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func (m *Mutation) line(words []string, line string) error {
	switch verb := words[0]; verb {
	case "file":
		m.File = words[1]
	case "at":
		m.At = strings.Join(words[1:], "")
	case "also":
		m.Also = words[1:]
	case "if", "unless", "set", "put", "add", "delete", "rename":
		if len(words) < 2 {
			return fmt.Errorf("%s: the line %q names no place", m.Name, line)
		}
		_, text, _ := strings.Cut(line, words[1])
		m.Edits = append(m.Edits, Edit{verb, words[1], strings.TrimSpace(text)})
	default:
		return fmt.Errorf("%s: nothing is done by %q", m.Name, verb)
	}
	return nil
}

// Apply makes the defect in a text, at one of the places that fit, which random
// chooses. It returns the new text and the pointer where the defect is to be found,
// and reports false where no place fits.
func (m *Mutation) Apply(text []byte, random *rand.Rand) (changed []byte, at string, ok bool) {
	places := match(jsontree.Parse(text, 1).Root, m.Edits[0])
	for _, i := range random.Perm(len(places)) {
		changed, ok = text, true
		for _, e := range m.Edits {
			if changed, ok = e.apply(changed, places[i]); !ok {
				break
			}
		}
		if ok && string(changed) != string(text) {
			return changed, last(changed, bind(m.At, places[i])), true
		}
	}
	return nil, "", false
}

// match returns the steps that stars can stand for so that an edit has a place.
func match(root *jsontree.Node, e Edit) [][]string {
	steps := split(e.Pattern)
	if e.Verb == "put" { // what is put is not there yet
		steps = steps[:len(steps)-1]
	}
	var found [][]string
	var walk func(n *jsontree.Node, steps, bound []string)
	walk = func(n *jsontree.Node, steps, bound []string) {
		if n == nil {
			return
		}
		if len(steps) == 0 {
			found = append(found, slices.Clone(bound))
			return
		}
		if steps[0] != "*" {
			walk(n.Follow("/"+steps[0]), steps[1:], bound)
			return
		}
		for key, v := range n.Members() {
			walk(v, steps[1:], append(bound, escape.Replace(key.Name)))
		}
		for i, v := range n.Items() {
			walk(v, steps[1:], append(bound, strconv.Itoa(i)))
		}
	}
	walk(root, steps, nil)
	return found
}

var escape = strings.NewReplacer("~", "~0", "/", "~1")

func split(pattern string) []string { return strings.Split(strings.TrimPrefix(pattern, "/"), "/") }

// bind puts what stars stand for into a pattern.
func bind(pattern string, bound []string) string {
	if pattern == "" {
		return ""
	}
	steps := split(pattern)
	i := 0
	for j, s := range steps {
		if s == "*" && i < len(bound) {
			steps[j] = bound[i]
			i++
		}
	}
	return strings.TrimSuffix("/"+strings.Join(steps, "/"), "/")
}

// last puts the name of what comes last for a step that is a dollar sign.
func last(text []byte, pointer string) string {
	before, after, ok := strings.Cut(pointer, "/$/")
	if !ok {
		if before, ok = strings.CutSuffix(pointer, "/$"); !ok {
			return pointer
		}
	} else {
		after = "/" + after
	}
	return before + "/" + strconv.Itoa(jsontree.Parse(text, 1).Root.Follow(before).Len()-1) + after
}

// repeated is text that stands there many times: "<<3 {}>>" for "{}, {}, {}". A "#"
// in it is the count.
var repeated = regexp.MustCompile(`<<(\d+) (.*)>>`)

func expand(text string) string {
	return repeated.ReplaceAllStringFunc(text, func(s string) string {
		found := repeated.FindStringSubmatch(s)
		n, err := strconv.Atoi(found[1])
		if err != nil {
			return s
		}
		list := make([]string, n)
		for i := range list {
			list[i] = strings.ReplaceAll(found[2], "#", strconv.Itoa(i))
		}
		return strings.Join(list, ", ")
	})
}

// apply makes one edit.
func (e Edit) apply(text []byte, bound []string) ([]byte, bool) {
	root := jsontree.Parse(text, 1).Root
	pointer := bind(e.Pattern, bound)
	i := strings.LastIndexByte(pointer, '/')
	parent, name := root.Follow(pointer[:i]), pointer[i+1:]
	n := root.Follow(pointer)
	value := expand(e.Text)
	switch {
	case e.Verb == "if":
		return text, n != nil && (e.Text == "" || string(text[n.Pos()-1:n.End()-1]) == e.Text)
	case e.Verb == "unless":
		return text, n == nil
	case e.Verb == "put" && n == nil && parent.Is(jsontree.Object):
		return insert(text, parent, `"`+unescape.Replace(name)+`": `+value), true
	case e.Verb == "add" && n.Is(jsontree.Array), e.Verb == "add" && n.Is(jsontree.Object):
		return insert(text, n, value), true
	case n == nil:
		return nil, false
	case e.Verb == "set":
		return splice(text, int(n.Pos())-1, int(n.End())-1, value), true
	case e.Verb == "rename":
		key := parent.Member(unescape.Replace(name)).Key
		return splice(text, int(key.Pos())-1, int(key.End())-1, `"`+value+`"`), true
	case e.Verb == "delete":
		return remove(text, parent, n, name), true
	}
	return nil, false
}

var unescape = strings.NewReplacer("~1", "/", "~0", "~")

func splice(text []byte, from, to int, s string) []byte {
	return slices.Concat(text[:from], []byte(s), text[to:])
}

// insert puts something at the end of a container.
func insert(text []byte, container *jsontree.Node, s string) []byte {
	end := int(container.End()) - 2
	if container.Len() > 0 {
		s = ", " + s
		for end > 0 && strings.IndexByte(" \t\r\n", text[end-1]) >= 0 {
			end--
		}
	}
	return splice(text, end, end, s)
}

// remove takes a member or an item out, with one of the commas beside it.
func remove(text []byte, parent, n *jsontree.Node, name string) []byte {
	from, to := int(n.Pos())-1, int(n.End())-1
	if parent.Is(jsontree.Object) {
		from = int(parent.Member(unescape.Replace(name)).Key.Pos()) - 1
	}
	after := to
	for after < len(text) && strings.IndexByte(" \t\r\n", text[after]) >= 0 {
		after++
	}
	if after < len(text) && text[after] == ',' {
		return splice(text, from, after+1, "")
	}
	for from > 0 && text[from-1] != ',' && text[from-1] != '{' && text[from-1] != '[' {
		from--
	}
	if text[from-1] == ',' {
		from--
	}
	return splice(text, from, to, "")
}
