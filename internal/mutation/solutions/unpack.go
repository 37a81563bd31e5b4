package solutions

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// A Layout is one way in which a solution lies: its members, and where in them the
// text of a solution zip is.
type Layout struct {
	Members map[string][]byte
	from    map[string][]piece // what each member was made of, in its order
}

// A piece of a member was taken from a member of the zip.
type piece struct {
	member   string
	at       int // offset in the zip's member
	to, size int // offset in the member here
}

// Packed is the layout of the zip.
func Packed(p Package) *Layout {
	l := &Layout{p, make(map[string][]piece)}
	for name, b := range p {
		l.from[name] = []piece{{member: name, size: len(b)}}
	}
	return l
}

// Find returns where in the layout a place of the zip is.
func (l *Layout) Find(at Place) (Place, bool) {
	for name, pieces := range l.from {
		for _, p := range pieces {
			switch {
			case p.member != at.Member:
			case at.Offset == whole && len(pieces) == 1:
				return Place{name, whole}, true
			case at.Offset >= p.at && at.Offset < p.at+p.size:
				return Place{name, p.to + at.Offset - p.at}, true
			}
		}
	}
	return Place{}, false
}

// A Place is a byte of a member; the member as a whole where the offset is less
// than nothing.
type Place struct {
	Member string
	Offset int
}

// whole is the offset of a member as a whole.
const whole = -1

// An unpacker takes a solution zip apart as SolutionPackager does.
type unpacker struct {
	*Layout
	zip  Package
	text []byte // customizations.xml
	home map[string]string
}

// Unpack returns the solution as SolutionPackager unpacks it.
func Unpack(p Package) (*Layout, error) {
	doc, err := xmltree.Parse(p[customizations])
	if err != nil {
		return nil, fmt.Errorf("unpacking customizations.xml: %w", err)
	}
	u := &unpacker{&Layout{make(map[string][]byte), make(map[string][]piece)}, p, p[customizations], make(map[string]string)}
	u.rest(doc.Root())
	for name, b := range p {
		switch {
		case name == customizations || name == contentTypes:
			continue
		case name == manifest:
			u.home[name] = "Other/Solution.xml"
		case strings.HasPrefix(name, "Connector/"):
			u.home[name] = "Connectors/" + strings.TrimPrefix(name, "Connector/")
		case u.home[name] == "":
			u.home[name] = name
		}
		home := u.home[name]
		u.Members[home] = b
		u.from[home] = []piece{{member: name, size: len(b)}}
	}
	return u.Layout, nil
}

// A writer puts a member together.
type writer struct {
	text   []byte
	pieces []piece
}

func (w *writer) say(s string) *writer {
	w.text = append(w.text, s...)
	return w
}

func (u *unpacker) take(w *writer, from, to int) *writer {
	w.pieces = append(w.pieces, piece{customizations, from, len(w.text), to - from})
	w.text = append(w.text, u.text[from:to]...)
	return w
}

func (u *unpacker) span(w *writer, n xmltree.Node) *writer {
	return u.take(w, n.Span().Start, n.Span().End)
}

// write makes a member, with a number behind its name where there is one of that
// name.
func (u *unpacker) write(name string, w *writer) {
	stem, ext := name, ""
	if i := strings.LastIndexByte(name, '.'); i > strings.LastIndexByte(name, '/') {
		stem, ext = name[:i], name[i:]
	}
	for i := 2; u.Members[name] != nil; i++ {
		name = fmt.Sprintf("%s_%d%s", stem, i, ext)
	}
	u.Members[name], u.from[name] = w.text, w.pieces
}

const declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

// rest takes everything out of customizations.xml that has a file of its own, and
// writes what is left.
func (u *unpacker) rest(root xmltree.Node) {
	w := new(writer)
	from := 0
	for section := range root.Children() {
		if section.Tag() == "RibbonDiffXml" {
			continue // the application's
		}
		for n := range section.Children() {
			if u.part(section, n) {
				u.take(w, from, n.Span().Start)
				from = n.Span().End
			}
		}
		u.shared(section)
	}
	u.take(w, from, len(u.text))
	u.write("Other/Customizations.xml", w)
}

// part writes an element that has a file of its own and reports whether it has.
func (u *unpacker) part(section, n xmltree.Node) bool {
	name := u.fileOf(section, n)
	switch {
	case section.Tag() == "Entities":
		u.entity(n)
	case name != "":
		u.write(name, u.span(new(writer).say(declaration), n))
	default:
		return isShared(section.Tag()) != "" || section.Tag() == "EntityRelationships"
	}
	return true
}

// A home is the file that one element of a section has: what its name is made of.
type home struct{ folder, name, ext string }

// homes are the files of elements by their section. A name that begins with "@" is
// that of an attribute.
func homes() map[string]home {
	return map[string]home{
		"Roles":                        {"Roles/", "@name", ".xml"},
		"optionsets":                   {"OptionSets/", "@Name", ".xml"},
		"Dashboards":                   {"Dashboards/", "FormId", ".xml"},
		"InteractionCentricDashboards": {"InteractionCentricDashboards/", "FormId", ".xml"},
		"AppModuleSiteMaps":            {"AppModuleSiteMaps/", "SiteMapUniqueName", "/AppModuleSiteMap.xml"},
		"AppModules":                   {"AppModules/", "UniqueName", "/AppModule.xml"},
		"SdkMessageProcessingSteps":    {"SdkMessageProcessingSteps/", "@SdkMessageProcessingStepId", ".xml"},
		"CanvasApps":                   {"CanvasApps/", "Name", ".meta.xml"},
		"Connectors":                   {"Connectors/", "name", ".xml"},
		"Workflows":                    {"Workflows/", "@Name", ".data.xml"}, // one without a file
	}
}

// named are the children of elements that name a file, beside which the element
// lies.
func named() map[string][]string {
	return map[string][]string{
		"CustomControls":           {"FileName"},
		"SolutionPluginAssemblies": {"FileName"},
		"Reports":                  {"ExportedFileName"},
		"WebResources":             {"FileName"},
		"Workflows":                {"XamlFileName", "JsonFileName"},
	}
}

// fileOf returns the name of the file that holds one element, empty for an element
// that has none of its own.
func (u *unpacker) fileOf(section, n xmltree.Node) string {
	for _, child := range named()[section.Tag()] {
		path := strings.TrimLeft(n.Child(child).Text(), "/")
		if path == "" {
			continue
		}
		u.home[path] = path
		if section.Tag() == "WebResources" {
			u.home[path] = "WebResources/" + n.Child("Name").Text()
		}
		return u.home[path] + ".data.xml"
	}
	h, ok := homes()[section.Tag()]
	if !ok {
		return ""
	}
	name, isAttr := strings.CutPrefix(h.name, "@")
	value, _ := n.Attr(name)
	if !isAttr {
		value = n.Child(name).Text()
	}
	return h.folder + fileName(value) + h.ext
}

// unsafeInNames are the characters that no file name has.
var unsafeInNames = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[<>:"/\\|?*\x00-\x1f]`) })

func fileName(s string) string { return unsafeInNames().ReplaceAllString(s, "_") }

// isShared returns the file that the elements of a section share, empty where they
// have none.
func isShared(section string) string {
	switch section {
	case "FieldSecurityProfiles":
		return "Other/FieldSecurityProfiles.xml"
	case "ServiceEndpoints":
		return "PluginAssemblies/ServiceEndpoints.xml"
	}
	return ""
}

// shared writes the file that the elements of a section share. Relationships have
// one for each table that they lead to.
func (u *unpacker) shared(section xmltree.Node) {
	files := make(map[string]*writer)
	for n := range section.Children() {
		file := isShared(section.Tag())
		if section.Tag() == "EntityRelationships" {
			file = "Other/Relationships/" + fileName(n.Child("ReferencedEntityName").Text()+n.Child("FirstEntityName").Text()) + ".xml"
		}
		if file == "" {
			return
		}
		if files[file] == nil {
			files[file] = new(writer).say(declaration + "<" + section.Tag() + ">\n  ")
		}
		u.span(files[file], n).say("\n")
	}
	for file, w := range files {
		u.write(file, w.say("</"+section.Tag()+">"))
	}
}
