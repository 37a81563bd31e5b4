package assembly

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

//go:embed vendored.txt
var vendoredText string

var vendored = sync.OnceValue(func() []string {
	var list []string
	for line := range strings.Lines(vendoredText) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			list = append(list, line)
		}
	}
	return list
})

// IsVendored reports whether the code is that of a well-known library that was
// merged into the assembly, or packed with it. Rules leave it out: who ships it
// cannot change it.
func (c *Code) IsVendored() bool {
	t := c.Method.WrittenIn().Owner
	for t.Enclosing != nil {
		t = t.Enclosing
	}
	if strings.HasSuffix(t.Namespace, ".Samples") { // Microsoft.Crm.Sdk.Samples: copied, and written on
		return false
	}
	for _, namespace := range vendored() {
		if t.Namespace == namespace || strings.HasPrefix(t.Namespace, namespace+".") {
			return true
		}
	}
	return false
}

// Vendored returns the namespaces of well-known libraries that the assembly holds
// types of, sorted.
func (a *Assembly) Vendored() []string {
	var found []string
	for _, namespace := range vendored() {
		// Compilers and polyfills put types of their own into System.
		if namespace != "System" && a.Image.Assembly.Name != namespace && slices.ContainsFunc(a.Image.Types, func(t *clr.Type) bool {
			return t.Enclosing == nil && t.Namespace == namespace && t.IsVisible()
		}) {
			found = append(found, namespace)
		}
	}
	return found
}
