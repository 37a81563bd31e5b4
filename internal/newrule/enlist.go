package main

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
)

// addArgument adds an argument to the first call of a function of that name in
// the text of a Go file, as the at-th of its arguments, on a line of its own.
func addArgument(text, function string, at int, argument string) (string, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", text, parser.ParseComments)
	if err != nil {
		return "", err
	}
	var call *ast.CallExpr
	ast.Inspect(file, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && call == nil && isNamed(c.Fun, function) {
			call = c
		}
		return call == nil
	})
	if call == nil {
		return "", fmt.Errorf("no call of %s in it", function)
	}
	if at > len(call.Args) {
		return "", fmt.Errorf("%s has %d arguments, and %s should come after %d", function, len(call.Args), argument, at)
	}
	offset := set.Position(call.Rparen).Offset
	if at < len(call.Args) {
		offset = set.Position(call.Args[at].Pos()).Offset
	}
	return formatted(text[:offset] + argument + ",\n" + text[offset:])
}

func isNamed(fun ast.Expr, name string) bool {
	selector, ok := fun.(*ast.SelectorExpr)
	return ok && selector.Sel.Name == name
}

// addImport adds an import to the last group of imports, in order.
func addImport(text, importPath string) (string, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", text, parser.ImportsOnly)
	if err != nil {
		return "", err
	}
	quoted := strconv.Quote(importPath)
	i := slices.IndexFunc(file.Imports, func(s *ast.ImportSpec) bool { return isOurs(s.Path.Value) && s.Path.Value > quoted })
	if i < 0 {
		return "", fmt.Errorf("no import that %s could stand before", importPath)
	}
	offset := set.Position(file.Imports[i].Pos()).Offset
	return formatted(text[:offset] + quoted + "\n" + text[offset:])
}

// isOurs reports whether a quoted import path has a dot in its first element,
// which those of the standard library have not.
func isOurs(quoted string) bool {
	for _, c := range quoted {
		switch c {
		case '.':
			return true
		case '/':
			return false
		}
	}
	return false
}

func formatted(text string) (string, error) {
	b, err := format.Source([]byte(text))
	if err != nil {
		return "", err
	}
	return string(b), nil
}
