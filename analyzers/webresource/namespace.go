package webresource

import (
	"bytes"
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

// registered returns the code of others that tells itself by the namespaces it
// registers, as what Script# compiled does: each from its
// Type.registerNamespace('...') on to the next one that is not of the same authors.
func (s *Script) registered() ([]javascript.Span, []Library) {
	if !bytes.Contains(s.Source, []byte("registerNamespace")) {
		return nil, nil
	}
	var spans []javascript.Span
	var libraries []Library
	isOpen := false
	for statement := range s.Root().Children() {
		if name := namespaceOf(statement); name != "" {
			m, known := markOfNamespace(name)
			if known && m.extent == allUp && !isOpen {
				libraries = append(libraries, Library{Range: s.Range(statement.Span()), Name: m.name})
			}
			isOpen = known && (isOpen || m.extent == allUp)
		}
		if isOpen {
			spans = append(spans, statement.Span())
		}
	}
	return spans, libraries
}

// namespaceOf returns the namespace that a statement registers, empty for another
// statement.
func namespaceOf(statement javascript.Node) string {
	call := statement.Child(0)
	if statement.Kind() != javascript.ExpressionStatement || call.Callee().Path().String() != "Type.registerNamespace" {
		return ""
	}
	name, _ := call.Argument(0).StringValue()
	return name
}

func markOfNamespace(name string) (mark, bool) {
	for _, m := range marks() {
		if m.place == inNamespace && (name == m.text || strings.HasPrefix(name, m.text+".")) {
			return m, true
		}
	}
	return mark{}, false
}
