package artifact

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/solcheck/solcheck/analyzers/unit"
)

// A Source is one outermost package that was found. It holds no file open and no
// content, so that there may be thousands.
type Source struct {
	Path string // shown, slash-separated

	root  string // on disk: a zip, or the folder that was searched
	rel   string // of the package within root, slash-separated
	form  form
	loose []string // files within root, slash-separated
}

// shownPath returns a path of the disk as it is shown.
func shownPath(p string) string { return path.Clean(filepath.ToSlash(p)) }

// A form is how a source lies on disk.
type form int

const (
	zipOnDisk  form = iota // root is the zip
	unitFolder             // rel within root is the package
	looseFiles             // loose within root are
)

// Open opens the source. The error is that of the disk or of ctx; a package that
// is broken is one of kind unit.Unknown with Faults. The package must be closed.
func (s Source) Open(ctx context.Context, l Limits) (*Package, error) {
	o := &opener{ctx: ctx, limits: newBudget(l)}
	if s.form == zipOnDisk {
		return o.openZip(s)
	}
	root, err := os.OpenRoot(s.root)
	if err != nil {
		return nil, err
	}
	tree := &diskTree{root: root, shown: lead(shownPath(s.root)), limits: o.limits, opening: true}
	p, err := o.openFolder(s, tree)
	if err == nil {
		err = o.err
	}
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	p.open = append(p.open, root)
	return p, nil
}

// OpenReader opens the zip of n bytes that r reads, as if it lay on disk at the
// shown path. The reader must stay good until the package is closed.
func OpenReader(ctx context.Context, shown string, r io.ReaderAt, n int64, l Limits) (*Package, error) {
	o := &opener{ctx: ctx, limits: newBudget(l)}
	p := o.zip(place{path: shown, disk: shown, data: fixedBytes{r}, depth: 1}, n)
	return p, o.err
}

func (o *opener) openZip(s Source) (*Package, error) {
	f := &diskBytes{open: func() (*os.File, error) { return os.Open(s.root) }}
	n, err := f.size()
	if err != nil {
		return nil, err
	}
	p := o.zip(place{path: s.Path, disk: s.Path, data: f, depth: 1}, n)
	if o.err != nil {
		return nil, errors.Join(o.err, p.Close(), f.Close())
	}
	p.open = append(p.open, f)
	return p, nil
}

func (o *opener) openFolder(s Source, tree *diskTree) (*Package, error) {
	at := place{path: shownPath(s.root), disk: strings.TrimSuffix(s.Path, "/"), tree: tree}
	if s.form == looseFiles {
		return o.openLoose(s, at), nil
	}
	d := tree.at(s.rel)
	l, ok := recognise(d)
	if !ok {
		return nil, fmt.Errorf("%s changed: no package is there any more", s.Path)
	}
	p := o.site(site{d, l}, at)
	for _, f := range tree.faults {
		p.fault(f.Kind, d.within(f.Member), f.Detail)
	}
	return p.settle(), nil
}

// openLoose makes one package of the loose files of a folder.
func (o *opener) openLoose(s Source, at place) *Package {
	p := newPackage(unit.Folder, at)
	p.Path = s.Path
	for _, where := range s.loose {
		info, err := at.tree.root.Stat(where)
		if err != nil {
			p.fault(unit.Unreadable, where, "cannot be read: "+cause(err))
			continue
		}
		if !o.limits.enter(1) {
			at.tree.overflow()
			break
		}
		p.Members = append(p.Members, at.tree.file(where, where, info.Size()))
	}
	p.Faults = append(p.Faults, at.tree.faults...)
	o.finish(p, at)
	return p.settle()
}
