package artifact

import (
	"path"
	"strings"
)

// A dir is one folder of a zip or of the disk. On disk it is listed when it is
// first asked for.
type dir struct {
	where string // within its container; "" for the outermost
	dirs  []*dir
	files []*Member

	disk   *diskTree // nil in a zip
	listed bool
}

func (d *dir) name() string { return path.Base(d.where) }

// list returns d with its folders and files at hand.
func (d *dir) list() *dir {
	if d.disk != nil && !d.listed {
		d.listed = true
		d.disk.list(d)
	}
	return d
}

// file returns the file of that name in the folder, case ignored, or nil.
func (d *dir) file(name string) *Member {
	for _, m := range d.list().files {
		if strings.EqualFold(path.Base(m.where), name) {
			return m
		}
	}
	return nil
}

// dir returns the folder of that name in the folder, case ignored, or nil.
func (d *dir) dir(name string) *dir {
	for _, c := range d.list().dirs {
		if strings.EqualFold(c.name(), name) {
			return c
		}
	}
	return nil
}

// hasExt reports whether a file in the folder has one of the extensions.
func (d *dir) hasExt(exts ...string) bool {
	for _, m := range d.list().files {
		if hasExt(m.where, exts...) {
			return true
		}
	}
	return false
}

// within returns where relative to the folder. It must lie in it.
func (d *dir) within(where string) string {
	if d.where == "" {
		return where
	}
	return strings.TrimPrefix(where, d.where+"/")
}

// newTree sorts the members of a zip into folders. It is not ok where the
// folders are more than the limits allow.
func newTree(members []*Member, limits *budget) (root *dir, ok bool) {
	root = new(dir)
	at := map[string]*dir{".": root}
	var folder func(where string) *dir
	folder = func(where string) *dir {
		if d := at[where]; d != nil {
			return d
		}
		if !limits.enter(1) {
			return nil
		}
		parent := folder(path.Dir(where))
		if parent == nil {
			return nil
		}
		d := &dir{where: where}
		parent.dirs = append(parent.dirs, d)
		at[where] = d
		return d
	}
	for _, m := range members {
		d := folder(path.Dir(m.where))
		if d == nil {
			return nil, false
		}
		d.files = append(d.files, m)
	}
	return root, true
}
