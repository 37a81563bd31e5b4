package customizations

import (
	"errors"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// layoutOf tells how a solution lies in its unit, by its manifest too, so that a
// package whose customizations.xml is gone is known for what it is.
func layoutOf(files *source.Files) (customizations string, layout Layout) {
	for _, l := range []struct {
		layout Layout
		folder string
	}{{Packed, ""}, {Unpacked, "Other/"}} {
		name, ok := files.Find(l.folder + "customizations.xml")
		if _, manifest := files.Find(l.folder + "solution.xml"); ok || manifest {
			return name, l.layout
		}
	}
	return "", None
}

// readAll reads customizations.xml and the files that hold parts of their own.
func (r *reader) readAll() {
	m := r.m
	m.File, m.Layout = layoutOf(r.files)
	m.HasPlugInPackages = len(r.files.Under("pluginpackages/")) > 0
	switch {
	case m.File != "":
		r.read(r.stream, m.File, root)
	case m.Layout == Packed:
		r.problem(r.files.At(""), "the solution has no customizations.xml")
	case m.Layout == Unpacked:
		r.problem(r.files.At(""), "the solution has no Other/Customizations.xml")
	default:
		r.problem(r.files.At(""), "the solution has neither customizations.xml nor Other/Customizations.xml")
	}
	if m.Layout != None {
		r.readLoose()
	}
	r.joinParts()
	r.m.nameActions()
	r.readValues()
	r.readConnectors()
	r.findUsers()
	r.readReports()
}

// readLoose reads the files that hold parts of their own.
func (r *reader) readLoose() {
	patterns := r.patterns()
	for _, name := range r.files.Names() {
		twin, managed := managedTwin(name)
		if _, ok := r.files.Find(twin); managed && ok {
			continue
		}
		lower := strings.ToLower(twin)
		folder, _, _ := strings.Cut(lower, "/")
		if roots := matching(patterns[folder], lower); len(roots) > 0 {
			r.read(r.stream, name, roots...)
			continue
		}
		if stream, root := r.recordIn(twin); stream != nil {
			r.read(stream, name, root)
		}
	}
}

// A pattern says which files begin with which element.
type pattern struct{ files, root string }

// patterns returns the patterns of the model's layout by the first folder.
func (r *reader) patterns() map[string][]pattern {
	byFolder := make(map[string][]pattern)
	for _, p := range parts() {
		if p.files == "" || p.path != "" && r.m.Layout == Packed {
			continue
		}
		rootName, _, _ := strings.Cut(p.lonePath(), "/")
		folder, _, _ := strings.Cut(p.files, "/")
		byFolder[folder] = append(byFolder[folder], pattern{p.files, rootName})
	}
	return byFolder
}

func matching(patterns []pattern, name string) (roots []string) {
	for _, p := range patterns {
		if doublestar.MatchUnvalidated(p.files, name) {
			roots = append(roots, p.root)
		}
	}
	return roots
}

// managedTwin returns the name of the file whose managed variant a file is: sources
// from which both kinds of solution are built hold many files twice. For other
// files it returns their own name.
func managedTwin(name string) (twin string, managed bool) {
	const suffix = "_managed.xml"
	i := len(name) - len(suffix)
	if i < 0 || !strings.EqualFold(name[i:], suffix) {
		return name, false
	}
	return name[:i] + ".xml", true
}

// read reads one file, which should begin with one of some elements. An empty name
// stands for any.
func (r *reader) read(stream *xmltree.Stream, name string, roots ...string) {
	r.source = name
	file, err := r.files.Open(name)
	if err != nil {
		r.problem(r.files.At(name), "the file cannot be read: "+err.Error())
		return
	}
	r.File, r.file = file, file
	begins, err := stream.Read(file.Text)
	if bad := (*xmltree.Error)(nil); errors.As(err, &bad) {
		r.problem(file.Pos(bad.Offset), "the XML is broken: "+bad.Message)
		return
	}
	if slices.Contains(roots, begins) || roots[0] == "" {
		return
	}
	r.problem(file.Pos(0), `the file begins with the element "`+begins+`", expected "`+strings.Join(roots, `" or "`)+`"`)
}

// folderOf returns the folder of a member without its final slash.
func folderOf(member string) string {
	return member[:max(strings.LastIndexByte(member, '/'), 0)]
}
