package unit

import (
	"go/types"
	"strings"
)

// Inside returns the unit that a member of outer is, nil where the member is no
// unit of its own. Of units that lie deeper and end in the same name the outermost
// is meant.
func Inside(outer *types.Package, member string) *types.Package {
	var found *types.Package
	for _, in := range outer.Imports() {
		if strings.HasSuffix(in.Path(), "/"+member) && (found == nil || len(in.Path()) < len(found.Path())) {
			found = in
		}
	}
	return found
}
