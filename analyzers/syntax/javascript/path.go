package javascript

import (
	"iter"
	"slices"
	"strings"
)

// A Path is what an expression comes to, seen from the page's global object,
// through whatever names it has on the way: "Xrm.Page.ui", "parent.Xrm.Page",
// "Xrm.Utility.getGlobalContext().getClientUrl", "XMLHttpRequest.new().open".
//
// window, self, globalThis and frames are not part of it. What getFormContext()
// returns is "formContext", and so is a parameter of that name. The zero Path is
// that of an expression that nobody can tell.
type Path struct {
	file *File
	id   int32
}

// Path returns what an Identifier, Member, Call, New, This, or a Property of an
// ObjectPattern comes to.
func (n Node) Path() Path {
	if n.file == nil {
		return Path{}
	}
	at := n.file.places.of[n.id]
	if at <= noPlace || n.file.places.list[at].flags&isGlobal == 0 {
		return Path{}
	}
	return Path{n.file, at}
}

// IsValid reports whether there is a path.
func (p Path) IsValid() bool { return p.file != nil }

// IsDefined reports whether the file itself defines the global that the path
// begins with: a path "Trim()" is no call of the page's own function then.
func (p Path) IsDefined() bool {
	if p.file == nil {
		return false
	}
	list := p.file.places.list
	at := p.id
	for list[at].parent > ownWindow {
		at = list[at].parent
	}
	return list[at].flags&isDefined != 0
}

// String returns the path as it is shown above; "window" for the global object
// itself and "" for no path.
func (p Path) String() string {
	if p.file == nil {
		return ""
	}
	return p.text(ownWindow)
}

// Inner returns the path within its window: "Xrm.Page" of "parent.Xrm.Page".
func (p Path) Inner() string {
	if p.file == nil {
		return ""
	}
	return p.text(p.frame())
}

// Frame returns the window that the path leads into: "" for the page's own,
// "parent", "top", "opener", "parent.parent".
func (p Path) Frame() string {
	if p.file == nil || p.frame() == ownWindow {
		return ""
	}
	return Path{p.file, p.frame()}.text(ownWindow)
}

func (p Path) frame() int32 {
	list := p.file.places.list
	at := p.id
	for list[at].flags&isWindow == 0 && list[at].parent > noPlace {
		at = list[at].parent
	}
	return at
}

// text writes the names from below a place on.
func (p Path) text(from int32) string {
	list := p.file.places.list
	if p.id == from {
		return "window"
	}
	var names []string
	for at := p.id; at != from && at > noPlace && len(names) < 64; at = list[at].parent {
		names = append(names, p.file.names[list[at].name])
	}
	slices.Reverse(names)
	return strings.ReplaceAll(strings.Join(names, "."), ".()", "()")
}

// Uses returns the nodes that come to a path in any window, in the order of the
// text within each window: Members, Calls, News, the names of globals, and
// Properties of patterns that take an object apart. A path that ends in "()" is
// that of a call. Names that merely stand for the path are left out, and so are
// calls of functions of the file that return it, and globals that the file itself
// defines.
func (f *File) Uses(path string) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for _, at := range f.placesOf(path) {
			for _, i := range f.places.nodes[f.places.first[at]:f.places.first[at+1]] {
				if !yield(Node{f, i}) {
					return
				}
			}
		}
	}
}

// PropertiesOf returns the nodes that come to a property of a path in any window,
// as [File.Uses] does for one property; calls of the path itself are not among
// them. An empty path stands for the windows themselves but for the page's own.
func (f *File) PropertiesOf(path string) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		parents := f.places.windows[1:]
		if path != "" {
			parents = f.placesOf(path)
		}
		for at := range f.places.list {
			p := &f.places.list[at]
			if p.parent == noPlace || p.name == nameCall || p.name == nameConstruct || !slices.Contains(parents, p.parent) {
				continue
			}
			for _, i := range f.places.nodes[f.places.first[at]:f.places.first[at+1]] {
				if !yield(Node{f, i}) {
					return
				}
			}
		}
	}
}

// placesOf returns the places of a path in all windows.
func (f *File) placesOf(path string) []int32 {
	var list []int32
	names, ok := f.split(path)
	if !ok {
		return nil
	}
	for _, w := range f.places.windows {
		if at := f.places.walk(w, names); at != noPlace && (w != ownWindow || !(Path{f, at}).IsDefined()) {
			list = append(list, at)
		}
	}
	return list
}

// Mentions reports whether the file uses a path, or anything below it, in any
// window.
func (f *File) Mentions(path string) bool { return len(f.placesOf(path)) > 0 }

// split turns a path into names; false where the file has not all of them.
func (f *File) split(path string) ([]int32, bool) {
	var names []int32
	for part := range strings.SplitSeq(path, ".") {
		calls := 0
		for part != f.names[nameConstruct] && strings.HasSuffix(part, "()") {
			part = part[:len(part)-2]
			calls++
		}
		id, ok := f.index[part]
		if !ok {
			return nil, false
		}
		names = append(names, id)
		for range calls {
			names = append(names, nameCall)
		}
	}
	return names, true
}

// walk returns the place that names lead to, noPlace where the file has none.
func (p *places) walk(from int32, names []int32) int32 {
	at := from
	for _, name := range names {
		if at = p.children[uint64(at)<<32|uint64(name)]; at == noPlace { //nolint:gosec // neither is negative
			return noPlace
		}
	}
	return at
}
