package web

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

// isDocument reports whether an expression is the document of a window: by what it
// comes to, or by the name of the window that it is taken from.
func isDocument(n javascript.Node) bool {
	if path := n.Path(); path.IsValid() {
		return path.Inner() == "document" && !path.IsDefined()
	}
	if n.Kind() != javascript.Member || n.Name() != "document" {
		return false
	}
	return strings.HasSuffix(strings.ToLower(n.Child(0).Name()), "window")
}

// isEmptyText reports whether an expression is a text without characters.
func isEmptyText(n javascript.Node) bool {
	text, ok := n.StringValue()
	return ok && text == ""
}
