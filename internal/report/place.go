package report

import (
	"iter"
	"path"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
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

// location returns the path of a place in the repository where the source map
// knows it, so that it can be opened, else the one that a user would give.
func (o Options) location(p engine.Place) string {
	if o.SourceMap != nil && p.Path != "" {
		if to, ok := o.SourceMap(p); ok {
			return to
		}
	}
	return shown(p)
}

// anchored returns the place with a file on disk, which the readers of pipelines
// want of every finding: the place in the repository that the source map knows,
// and the first package for what concerns all of them together.
func (o Options) anchored(r *engine.Report, p engine.Place) engine.Place {
	if o.SourceMap != nil && p.Path != "" {
		if to, ok := o.SourceMap(p); ok {
			return engine.Place{Package: to, Disk: to, Region: p.Region}
		}
	}
	if isTogether(p) && len(r.Packages) > 0 {
		first := r.Packages[0].Disk
		return engine.Place{Package: first, Disk: first}
	}
	if p.Disk == "" {
		return engine.Place{Package: p.Package, Disk: p.Package}
	}
	return p
}

// worstFirst yields the findings by severity, those of one severity in the order
// of the report.
func worstFirst(findings []engine.Finding) iter.Seq[*engine.Finding] {
	return func(yield func(*engine.Finding) bool) {
		for _, severity := range rule.Severities() {
			for i := range findings {
				if findings[i].Severity == severity && !yield(&findings[i]) {
					return
				}
			}
		}
	}
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
