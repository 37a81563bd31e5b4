package config

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/solcheck/solcheck/analyzers/near"
)

const (
	maxSize   = 4 << 20 // bytes of a configuration file
	maxErrors = 10      // told of one file
)

// An Error is something wrong in a configuration file, with its place. Line and
// Column are 1-based and 0 where the fault has no place.
type Error struct {
	File         string
	Line, Column int
	Source       string // the line, without its end
	Message      string
}

// Error returns the place, the message and, on lines of their own, the line at
// fault with a caret.
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Message
	}
	number := fmt.Sprintf("%5d", e.Line)
	return fmt.Sprintf("%s:%d:%d: %s\n%s | %s\n%s | %s^", e.File, e.Line, e.Column, e.Message,
		number, e.Source, strings.Repeat(" ", len(number)), indent(e.Source, e.Column-1))
}

// indent returns blanks as wide as the first n characters of the line.
func indent(line string, n int) string {
	var blanks strings.Builder
	for i, r := range []rune(line) {
		if i == n {
			break
		}
		if r != '\t' {
			r = ' '
		}
		blanks.WriteRune(r)
	}
	return blanks.String()
}

// A reader walks the syntax tree of a configuration file and gathers what is
// wrong in it. Types are checked here and not by reflection, for messages that
// name the key and say what it takes.
type reader struct {
	file   string
	lines  []string
	errors []error
}

// fields says for each key of a mapping what to do with its value.
type fields map[string]func(ast.Node)

// parse returns the document of the file, nil for an empty one.
func (r *reader) parse(text []byte) ast.Node {
	if len(text) > maxSize {
		r.errors = append(r.errors, &Error{File: r.file, Message: fmt.Sprintf("the file is larger than %d MB, which no configuration is", maxSize>>20)})
		return nil
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")) // the parser miscounts lines that end in both
	r.lines = strings.Split(string(text), "\n")
	tree, err := parser.ParseBytes(text, 0)
	if err != nil {
		r.syntax(err)
		return nil
	}
	var body ast.Node
	for _, doc := range tree.Docs {
		switch {
		case doc.Body == nil:
		case body != nil:
			r.fail(doc.Body, "a second document begins here; a configuration is one document")
			return nil
		default:
			body = doc.Body
		}
	}
	return body
}

func (r *reader) syntax(err error) {
	var located yaml.Error
	if !errors.As(err, &located) {
		r.errors = append(r.errors, &Error{File: r.file, Message: err.Error()})
		return
	}
	r.at(located.GetToken(), "this is no YAML: "+located.GetMessage())
}

func (r *reader) fail(n ast.Node, format string, args ...any) {
	r.at(first(n), fmt.Sprintf(format, args...))
}

// first returns the token that a node begins with. That of a mapping is its
// first colon.
func first(n ast.Node) *token.Token {
	switch m := n.(type) {
	case *ast.MappingNode:
		if !m.IsFlowStyle && len(m.Values) > 0 {
			return first(m.Values[0].Key)
		}
	case *ast.MappingValueNode:
		return first(m.Key)
	}
	return n.GetToken()
}

func (r *reader) at(t *token.Token, message string) {
	e := &Error{File: r.file, Message: message}
	if t != nil && t.Position != nil {
		e.Line, e.Column = max(1, t.Position.Line), max(1, t.Position.Column)
		if e.Line <= len(r.lines) {
			e.Source = r.lines[e.Line-1]
		}
	}
	r.errors = append(r.errors, e)
}

// err returns all that is wrong, in the order of the file.
func (r *reader) err() error {
	if len(r.errors) > maxErrors {
		more := fmt.Errorf("%s: and %d more", r.file, len(r.errors)-maxErrors)
		r.errors = append(r.errors[:maxErrors], more)
	}
	return errors.Join(r.errors...)
}

// mapping hands the values of a mapping to their fields. A key that is not among
// them is an error.
func (r *reader) mapping(n ast.Node, what string, f fields) {
	r.pairs(n, what, "keys: "+strings.Join(f.names(), ", "), func(key, value ast.Node, name string) {
		set, ok := f[name]
		if !ok {
			r.fail(key, "%s has no key %q%s", what, name, oneOf(name, f.names()))
			return
		}
		if !isNull(value) { // a value left empty is as good as a key left out
			set(value)
		}
	})
}

func (f fields) names() []string { return slices.Sorted(maps.Keys(f)) }

// pairs calls do for each key and value of a mapping.
func (r *reader) pairs(n ast.Node, what, takes string, do func(key, value ast.Node, name string)) {
	if isNull(n) {
		return
	}
	var list []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		list = n.Values
	case *ast.MappingValueNode:
		list = []*ast.MappingValueNode{n}
	default:
		r.fail(n, "%s is a mapping of %s; this is %s", what, takes, kindOf(n))
		return
	}
	for _, pair := range list {
		name, ok := scalar(pair.Key)
		if !ok {
			r.fail(pair.Key, "a key is a plain word; this is %s", kindOf(pair.Key))
			continue
		}
		do(pair.Key, pair.Value, name)
	}
}

// each calls do for each entry of a sequence.
func (r *reader) each(n ast.Node, what, takes string, do func(ast.Node)) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		r.fail(n, "%q takes a list of %s; this is %s", what, takes, kindOf(n))
		return
	}
	for _, entry := range list.Values {
		do(entry)
	}
}

// text returns the text of a scalar.
func (r *reader) text(n ast.Node, what string) (string, bool) {
	s, ok := scalar(n)
	if !ok {
		r.fail(n, "%q takes a text; this is %s", what, kindOf(n))
	}
	return s, ok
}

// number returns a scalar that is a whole number from 1 on.
func (r *reader) number(n ast.Node, what string) int {
	v, ok := integer(n)
	if !ok || v < 1 {
		r.fail(n, "%q takes a whole number from 1 on", what)
		return 0
	}
	return v
}

// integer returns a scalar that is a whole number from 0 on and not beyond 32 bits.
func integer(n ast.Node) (int, bool) {
	if i, ok := n.(*ast.IntegerNode); ok {
		if v, ok := i.Value.(uint64); ok && v <= math.MaxInt32 {
			return int(v), true
		}
	}
	return 0, false
}

// scalar returns the text of a plain, quoted or block scalar.
func scalar(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	return "", false
}

func isNull(n ast.Node) bool {
	_, ok := n.(*ast.NullNode)
	return n == nil || ok
}

func kindOf(n ast.Node) string {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a mapping"
	case *ast.SequenceNode:
		return "a list"
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		return "an anchor or alias, which solcheck does not read"
	case *ast.TagNode:
		return "a tagged value, which solcheck does not read"
	case *ast.NullNode:
		return "empty"
	}
	if s, ok := scalar(n); ok {
		return fmt.Sprintf("%.40q", s)
	}
	return "something else"
}

// oneOf returns the end of a message about a word that is none of those known:
// the nearest, or all.
func oneOf(word string, known []string) string {
	if hint := near.Hint(word, known); hint != "" {
		return hint
	}
	return "; expected one of " + strings.Join(known, ", ")
}
