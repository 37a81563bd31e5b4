package deployment

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// A reader fills a model from ImportConfig.xml.
type reader struct {
	*leaves.Reader
	m     *Model
	files *source.Files
}

// maxParts is how many of each kind are read; real packages have up to fifty
// solutions.
const maxParts = 10_000

func (r *reader) root(n xmltree.Node) {
	if n.IsSet() && n.Tag() != "configdatastorage" {
		r.m.Problems = append(r.m.Problems, unit.Problem{
			Member: r.m.File, Pos: r.Tag(n).From, Message: `the import configuration begins with "` + n.Tag() + `", expected "configdatastorage"`,
		})
		return
	}
	m := r.m
	m.Range = r.Tag(n)
	m.Vendor = hasVendor(n)
	m.InstallSampleData = leaves.Flag(r.Attr(n, "installsampledata"))
	m.WaitForSampleData = leaves.Flag(r.Attr(n, "waitforsampledatatoinstall"))
	m.MigrationData = r.Attr(n, "crmmigdataimportfile")
	r.file(n, "crmmigdataimportfile")
	r.file(n, "agentdesktopzipfile")
	for c := range r.parts(n, "solutions", "configsolutionfile") {
		m.Solutions = append(m.Solutions, r.solution(c))
	}
	for c := range r.parts(n, "externalpackages", "package") {
		r.file(c, "filename")
	}
	for c := range r.parts(n, "filestoimport", "configimportfile") {
		r.required(c, "filename")
		r.file(c, "filename")
		m.Files = append(m.Files, r.importFile(c))
	}
	for details := range n.Child("filestoimport").Named("zipimportdetails") {
		for c := range r.parts(details, "zipimportdetail") {
			m.ZipDetails = append(m.ZipDetails, r.importFile(c))
		}
	}
	for c := range r.parts(n, "filesmapstoimport", "configimportmapfile") {
		r.required(c, "filename")
		r.file(c, "filename")
	}
	for c := range r.parts(n, "cmtdatafiles", "cmtdatafile") {
		m.Data = append(m.Data, r.dataFile(c))
	}
	r.names(n)
}

// parts yields the elements that a path leads to, as many as are read.
func (r *reader) parts(n xmltree.Node, way ...string) func(func(xmltree.Node) bool) {
	return func(yield func(xmltree.Node) bool) {
		count := 0
		last := len(way) - 1
		for c := range n.Child(way[:last]...).Named(way[last]) {
			if count++; count > maxParts {
				r.m.Problems = append(r.m.Problems, unit.Problem{Member: r.m.File, Pos: r.Tag(c).From, Message: "the import configuration holds more of these than are read"})
				return
			}
			if !yield(c) {
				return
			}
		}
	}
}

func (r *reader) solution(n xmltree.Node) *Solution {
	r.required(n, "solutionpackagefilename")
	return &Solution{
		Range:      r.Tag(n),
		File:       r.file(n, "solutionpackagefilename"),
		Overwrite:  leaves.Flag(r.Attr(n, "overwriteunmanagedcustomizations")),
		Publish:    leaves.Flag(r.Attr(n, "publishworkflowsandactivateplugins")),
		ImportMode: r.Attr(n, "requiredimportmode"),
		UniqueName: r.Attr(n, "solutionpackageuniquename"),
	}
}

func (r *reader) importFile(n xmltree.Node) *ImportFile {
	return &ImportFile{Range: r.Tag(n), File: r.Attr(n, "filename"), Type: r.Attr(n, "filetype"), Table: r.Attr(n, "importtoentity")}
}

func (r *reader) dataFile(n xmltree.Node) *DataFile {
	r.required(n, "filename")
	r.required(n, "lcid")
	d := &DataFile{
		Range:    r.Tag(n),
		File:     r.file(n, "filename"),
		Language: leaves.Int(r.Attr(n, "lcid")),
		UserMap:  r.Attr(n, "usermapfilename"),
	}
	r.file(n, "usermapfilename")
	if d.Language.IsSet() && (d.Language.Bad != "" || d.Language.Value <= 0) {
		r.m.Values = append(r.m.Values, BadValue{Text: r.Attr(n, "lcid"), Attribute: "lcid"})
	}
	return d
}

// required notes an attribute that is absent or empty.
func (r *reader) required(n xmltree.Node, attribute string) {
	if t := r.Attr(n, attribute); t.Value == "" {
		r.m.Missing = append(r.m.Missing, Missing{model.At(t, r.Tag(n)), attribute, r.Keep(n.Tag())})
	}
}

// file reads an attribute that names a file. The result is never nil.
func (r *reader) file(n xmltree.Node, attribute string) *Reference {
	ref := &Reference{Text: r.Attr(n, attribute), Attribute: attribute}
	if ref.Value == "" {
		return ref
	}
	r.m.References = append(r.m.References, ref)
	name := r.m.Folder + path.Clean(strings.TrimLeft(strings.ReplaceAll(ref.Value, `\`, "/"), "/"))
	_, ref.Exact = slices.BinarySearch(r.files.Names(), name)
	if ref.Exact {
		ref.Member = name
	} else {
		ref.Member, _ = r.files.Find(name)
	}
	return ref
}

// hasVendor reports whether the file has elements that another tool reads: some
// below the root whose names are like none of the format.
func hasVendor(n xmltree.Node) bool {
	for c := range n.Children() {
		if !slices.Contains(format["configdatastorage"].elements, c.Tag()) && meant(c.Tag(), format["configdatastorage"].elements) == "" {
			return true
		}
	}
	return false
}

// names finds what Package Deployer passes over, and values that it does not
// take.
func (r *reader) names(n xmltree.Node) {
	known, ok := format[n.Tag()]
	if !ok || n.Tag() == "package" {
		return
	}
	for i := range n.Element.Attr {
		a := &n.Element.Attr[i]
		if a.Space != "" || a.Key == "xmlns" {
			continue
		}
		if slices.Contains(known.attributes, a.Key) {
			r.value(n, a.Key)
			continue
		}
		like := meant(a.Key, known.attributes)
		if like == "" && n.Tag() == "configdatastorage" {
			continue // of another tool, or of the former UII
		}
		r.ignore(r.Attr(n, a.Key).Range, a.Key, true, n, like)
	}
	for c := range n.Children() {
		if slices.Contains(known.elements, c.Tag()) {
			r.names(c)
		} else if like := meant(c.Tag(), known.elements); like != "" {
			r.ignore(r.Tag(c), c.Tag(), false, n, like)
		}
	}
}

func (r *reader) ignore(at model.Range, name string, isAttribute bool, in xmltree.Node, like string) {
	if len(r.m.Ignored) < maxParts {
		r.m.Ignored = append(r.m.Ignored, Ignored{at, r.Keep(name), isAttribute, r.Keep(in.Tag()), like})
	}
}

// meant returns the known name that another one was likely to be: equal but for
// case, or with a word before it as in "solutionOverwriteUnmanagedCustomizations".
func meant(name string, known []string) string {
	lower := strings.ToLower(name)
	for _, k := range known {
		if lower == strings.ToLower(k) || len(k) > 8 && strings.HasSuffix(lower, strings.ToLower(k)) {
			return k
		}
	}
	return ""
}

// value notes a value that the attribute does not take.
func (r *reader) value(n xmltree.Node, attribute string) {
	expected := values[attribute]
	t := r.Attr(n, attribute)
	if t.Value == "" || expected == nil || slices.ContainsFunc(expected, func(v string) bool { return strings.EqualFold(v, t.Value) }) {
		return
	}
	if _, err := strconv.ParseBool(t.Value); err == nil && len(expected) == 2 && expected[0] == "true" {
		return
	}
	if len(r.m.Values) < maxParts {
		r.m.Values = append(r.m.Values, BadValue{t, attribute, expected})
	}
}
