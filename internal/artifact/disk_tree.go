package artifact

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/unit"
)

// A diskTree lists the folders below one folder on disk. Nothing outside that
// folder is ever read, whatever symbolic links say.
type diskTree struct {
	root   *os.Root
	shown  string // what stands before a path within root: "repo/", or ""
	limits *budget

	// opening is set where a package is opened, and not where packages are
	// looked for. Then sizes are asked for, links that stay inside root are
	// followed, and entries are counted.
	opening bool

	faults []unit.Fault // by the path within root
	links  []string     // symbolic links that were passed over because they lead out, if not opening
	full   bool         // there were more entries than the limits allow
}

// lead returns what stands before the names of what is in a folder.
func lead(folder string) string {
	if folder == "." {
		return ""
	}
	return strings.TrimSuffix(folder, "/") + "/"
}

// at returns a folder within root, "" for root itself.
func (t *diskTree) at(where string) *dir { return &dir{where: where, disk: t} }

func (t *diskTree) list(d *dir) {
	entries, err := t.read(cmp.Or(d.where, "."))
	if err != nil {
		t.fault(d.where, unit.Unreadable, "cannot be listed: "+cause(err))
	}
	for _, e := range entries {
		if isAppleDouble(path.Join(d.where, e.Name())) {
			continue
		}
		if t.opening && !t.limits.enter(1) {
			t.overflow()
			return
		}
		t.add(d, e)
	}
}

func (t *diskTree) read(where string) ([]fs.DirEntry, error) {
	f, err := t.root.Open(where)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	entries, err := f.ReadDir(-1)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return entries, err
}

// cause returns the innermost text of an error of the disk, without its path.
func cause(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "it is not there"
	}
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err.Error()
	}
	return err.Error()
}

func (t *diskTree) overflow() {
	if !t.full {
		t.full = true
		t.fault("", unit.Limit, tooMany(t.limits).detail+", so that the rest is left out")
	}
}

func (t *diskTree) fault(where string, kind unit.FaultKind, detail string) {
	t.faults = append(t.faults, unit.Fault{Kind: kind, Member: where, Detail: detail})
}

// add puts an entry into its folder.
func (t *diskTree) add(d *dir, e fs.DirEntry) {
	where := path.Join(d.where, e.Name())
	clean, _, fl := cleanName(e.Name())
	if fl != nil {
		t.fault(printable(where), fl.kind, fl.detail)
		return
	}
	mode := e.Type()
	if mode&fs.ModeSymlink != 0 {
		var ok bool
		if mode, ok = t.follow(where); !ok {
			return
		}
	}
	switch {
	case mode.IsDir() && strings.Count(where, "/") < maxFolders:
		d.dirs = append(d.dirs, t.at(where))
	case mode.IsRegular():
		d.files = append(d.files, t.member(path.Join(d.where, clean), where, e))
	}
}

func (t *diskTree) member(where, rel string, e fs.DirEntry) *Member {
	var n int64
	if !t.opening {
		return t.file(where, rel, n)
	}
	if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
		n = info.Size()
	} else if info, err := t.root.Stat(rel); err == nil { // of what a link leads to
		n = info.Size()
	}
	return t.file(where, rel, n)
}

func (t *diskTree) file(where, rel string, n int64) *Member {
	m := &Member{Name: where, Size: n, where: where, limits: t.limits, root: t.root, rel: rel, disk: t.shown + rel}
	if t.opening && n > t.limits.Member {
		m.flaw = t.limits.tooLarge(n)
	}
	return m
}

// follow returns what a symbolic link leads to. It is not ok where the link leads
// out of root, nowhere, or to a folder that it lies in. When packages are looked
// for no link is followed: what it leads to inside root is found there.
func (t *diskTree) follow(where string) (fs.FileMode, bool) {
	info, err := t.root.Stat(where)
	switch {
	case !t.opening:
		if err != nil {
			t.links = append(t.links, where)
		}
		return 0, false
	case errors.Is(err, fs.ErrNotExist):
		t.fault(where, unit.Unreadable, "is a symbolic link to nothing")
		return 0, false
	case err != nil:
		t.fault(where, unit.Unreadable, "is a symbolic link out of the folder that was given, and not followed")
		return 0, false
	case info.IsDir() && t.holds(info, where):
		t.fault(where, unit.Unreadable, "is a symbolic link to a folder that it lies in")
		return 0, false
	}
	return info.Mode().Type(), true
}

// holds reports whether the folder of info is one of those that where lies in.
func (t *diskTree) holds(info fs.FileInfo, where string) bool {
	for where != "." {
		where = path.Dir(where)
		if up, err := t.root.Stat(where); err == nil && os.SameFile(up, info) {
			return true
		}
	}
	return false
}
