package report

import (
	"path"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/internal/engine"
)

const intoZip = "!/" // stands between a zip and its member in shown paths

// isMember reports whether a place lies inside a zip, rather than being a file on
// disk or a zip on disk as a whole.
func isMember(p engine.Place) bool {
	return strings.Contains(p.Package, intoZip) || strings.Contains(p.Path, intoZip) ||
		p.Path != "" && p.Package == p.Disk
}

// isTogether reports whether a place is all that the run was given, which the
// engine calls "." like the folder it ran in, but which is nothing on disk.
func isTogether(p engine.Place) bool { return p.Package == "." && p.Disk == "" }

// chain returns the names on the way from the file on disk to the member, each
// relative to the one before it: "PkgFolder/core.zip", "customizations.xml". It
// is empty for what lies on disk.
func chain(p engine.Place) []string {
	if !isMember(p) {
		return nil
	}
	var names []string
	if strings.Contains(p.Package, intoZip) || p.Package == p.Disk {
		names = strings.Split(p.Package, intoZip)[1:]
		if p.Path == "" {
			return names
		}
		return append(names, strings.Split(p.Path, intoZip)...)
	}
	return strings.Split(p.Path, intoZip)[1:]
}

// shown returns the path of a place as a user would give it: that of the file
// where it is one, else of the zip and the member in it.
func shown(p engine.Place) string {
	if p.Disk == "" {
		return path.Join(p.Package, p.Path)
	}
	return strings.Join(append([]string{p.Disk}, chain(p)...), intoZip)
}

// lineColumn returns ":12:5", or nothing for a place without a line.
func lineColumn(r engine.Region) string {
	if r.IsZero() {
		return ""
	}
	return ":" + strconv.Itoa(r.Line) + ":" + strconv.Itoa(max(1, r.Column))
}

// named returns a component with its type, as in: web resource "a.js".
func named(c component.Ref) string { return c.Type.String() + ` "` + c.Name + `"` }

// qualifiedName returns type and member as Microsoft's own reports join them.
func qualifiedName(f *engine.Finding) string {
	if f.Type == "" || f.Member == "" {
		return f.Type + f.Member
	}
	return f.Type + "." + f.Member
}

// isOnDisk reports whether all that a fix changes are files on disk. Nothing is
// ever written into a zip.
func isOnDisk(fix *engine.Fix) bool {
	for i := range fix.Edits {
		if isMember(fix.Edits[i].Place) {
			return false
		}
	}
	return len(fix.Edits) > 0
}
