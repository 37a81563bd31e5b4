package customizations

import (
	"bytes"
	"slices"
	"strings"
)

// The limits of the search for users of connection references: how many are
// noted for each, up to which size, in bytes, a member is looked into, and how
// many bytes are looked at for all references together, which is far more than
// real solutions need.
const (
	maxUsers    = 3
	maxSearched = 32 << 20
	maxCompared = 8 << 30
)

// findUsers notes for each connection reference which members name it: flows,
// parts of bots, and customizations.xml where it tells what apps need.
func (r *reader) findUsers() {
	if len(r.m.ConnectionReferences) == 0 {
		return
	}
	compared := 0
	for _, name := range r.files.Names() {
		if !mayNameConnection(name) {
			continue
		}
		file, err := r.files.Open(name)
		if err != nil {
			continue
		}
		compared += len(file.Text) * len(r.m.ConnectionReferences)
		isUnknown := len(file.Text) > maxSearched || compared > maxCompared
		for _, c := range r.m.ConnectionReferences {
			if len(c.Users) < maxUsers && (isUnknown || isNamedIn(file.Text, c, name)) {
				c.Users = append(c.Users, name)
			}
		}
	}
}

func mayNameConnection(member string) bool {
	folder, _, _ := strings.Cut(strings.ToLower(member), "/")
	return slices.Contains([]string{
		"workflows", "customizations.xml", "other", "bots", "botcomponents", "botcomponentcollections", "aiplugins", "aipluginoperations", "canvasapps",
		"connectionreferences", "dvtablesearchs", "msdyn_knowledgesearchfilters", "aimodels", "aiconfiguration", "assets", "solution.xml",
	}, folder) && !strings.HasSuffix(member, ".msapp")
}

// isNamedIn reports whether a text names a connection reference, besides defining
// it.
func isNamedIn(text []byte, c *ConnectionReference, member string) bool {
	name := []byte(c.Name.Value)
	if len(name) == 0 {
		return true
	}
	own := 0
	if member == c.Source {
		own = 1
	}
	return bytes.Count(text, name) > own
}
