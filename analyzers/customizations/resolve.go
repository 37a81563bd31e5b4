package customizations

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
)

// refer resolves the path of a file that c names and takes the reference into
// the model, unless there is no path.
func (r *reader) refer(ref *Reference, c *Component, path model.Text) {
	if path.Value == "" {
		return
	}
	*ref = Reference{Text: path, Of: c}
	ref.Member, ref.Match = r.resolve(path.Value)
	r.m.References = append(r.m.References, ref)
}

// referIn is like refer for the name of a file in a folder that is known.
func (r *reader) referIn(ref *Reference, c *Component, name model.Text, folder string) {
	*ref = Reference{Text: name, Of: c}
	ref.Member, ref.Match = find(r.files, folder+name.Value)
	ref.Member = r.Keep(ref.Member)
	r.m.References = append(r.m.References, ref)
}

// resolve finds the member that a path of customizations.xml means. Unpacked
// sources keep the paths of the zip, while the files lie elsewhere and have their
// real names.
func (r *reader) resolve(path string) (member string, match Match) {
	member = strings.TrimLeft(strings.ReplaceAll(path, `\`, "/"), "/")
	member, match = find(r.files, member)
	if match == Exact || r.m.Layout != Unpacked {
		return r.Keep(member), match
	}
	beside := r.beside(path)
	if beside == "" {
		return r.Keep(member), match
	}
	if found, m := find(r.files, beside); m != NotFound {
		return found, Beside
	}
	if match != NotFound {
		return r.Keep(member), match
	}
	if folder := r.unpackedApp(beside); folder != "" {
		return folder, Beside
	}
	return beside, NotFound
}

// find looks a member up, first exactly, then without regard to case.
func find(files *source.Files, name string) (member string, match Match) {
	if _, ok := slices.BinarySearch(files.Names(), name); ok {
		return name, Exact
	}
	if member, ok := files.Find(name); ok {
		return member, OtherCase
	}
	return name, NotFound
}

// beside returns the member that unpacked sources have for a path, empty where
// there is no rule for it.
func (r *reader) beside(path string) string {
	if r.source == r.m.File {
		return "" // it holds what has no file of its own
	}
	name := path[strings.LastIndexAny(path, `/\`)+1:]
	folder := r.source[:strings.LastIndexByte(r.source, '/')+1]
	switch own, ok := strings.CutSuffix(r.source, ".data.xml"); {
	case ok:
		return own // "script.js.data.xml" tells about "script.js"
	case strings.HasSuffix(strings.ToLower(r.source), "/entity.xml"):
		return folder + "Formulas/" + name
	case folder == "":
		return ""
	}
	return folder + name
}

// unpackedApp returns the folder that holds the sources of a canvas app instead
// of its document, with its final slash; empty where there is none.
func (r *reader) unpackedApp(document string) string {
	stem, ok := strings.CutSuffix(document, "_DocumentUri.msapp")
	if !ok {
		return ""
	}
	i := strings.LastIndexByte(stem, '/') + 1
	for _, folder := range []string{stem + "_DocumentUri_msapp_src/", stem + "_DocumentUri_msapp/", stem + "_src/", stem[:i] + "src/" + stem[i:] + "/"} {
		names := r.files.Names()
		if n, _ := slices.BinarySearch(names, folder); n < len(names) && strings.HasPrefix(names[n], folder) {
			return folder
		}
	}
	return ""
}
