package artifact

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Skipped is something that was passed over and that the user should know of.
type Skipped struct {
	Path   string // shown, slash-separated
	Reason string // as the end of a sentence, without a final full stop
}

// known tells a user who named something else what there is to name.
const known = "known are solution zips and unpacked solutions, Package Deployer and AppSource packages, " +
	"custom connectors, .msapp canvas apps, Configuration Migration zips, folders and zips that hold any of these, " +
	"and .js, .mjs, .html, .htm, .dll, .nupkg, flow .json and swagger .json files"

// Find returns what the paths name: files, folders and doublestar patterns. A
// folder that is no package is searched for packages, the state of tools
// (folders that begin with a dot), node_modules and the output of builds left
// out; the loose files of known kinds in it are one more source. Both results are
// sorted by path and without duplicates, whatever the order of the paths. The
// error tells of each path that names nothing that is known.
func Find(paths []string) ([]Source, []Skipped, error) {
	f := &finder{seen: make(map[string]bool), folders: make(map[string]*Source), real: make(map[string]string)}
	var errs []error
	paths = slices.Clone(paths)
	slices.Sort(paths) // a folder before what is in it
	for _, p := range slices.Compact(paths) {
		errs = append(errs, f.given(p))
	}
	return f.found(), f.passed(), errors.Join(errs...)
}

// A finder collects sources.
type finder struct {
	sources []Source
	skipped []Skipped
	seen    map[string]bool    // real paths of what is in sources
	folders map[string]*Source // of loose files, by the real path of the folder
	real    map[string]string  // real paths of folders
}

// found returns the sources in order.
func (f *finder) found() []Source {
	taken := make(map[string]bool, len(f.sources))
	for _, s := range f.sources {
		taken[s.Path] = true
	}
	for _, s := range f.folders {
		slices.Sort(s.loose)
		if taken[s.Path] { // the folder is a package, which does not own all that is in it
			s.Path += "/"
		}
		f.sources = append(f.sources, *s)
	}
	slices.SortFunc(f.sources, func(a, b Source) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.root, b.root))
	})
	return f.sources
}

func (f *finder) passed() []Skipped {
	slices.SortFunc(f.skipped, func(a, b Skipped) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Reason, b.Reason))
	})
	return slices.Compact(f.skipped)
}

func (f *finder) skip(where, reason string) {
	f.skipped = append(f.skipped, Skipped{where, reason})
}

// given takes one path or pattern of the user.
func (f *finder) given(p string) error {
	info, err := os.Stat(p)
	switch {
	case err == nil:
		return f.path(p, info)
	case p == "":
		return errors.New("an empty path names nothing; name a file or a folder")
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(p, "*?[{"):
		return f.pattern(p)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file or folder; check the spelling and the current folder", p)
	}
	return fmt.Errorf("%s cannot be read: %s", p, cause(err))
}

// errUnknown says that a path names nothing that is known.
var errUnknown = errors.New("nothing here that can be checked")

func (f *finder) path(p string, info fs.FileInfo) error {
	var err error
	switch {
	case info.IsDir():
		err = f.folder(p)
	case info.Mode().IsRegular():
		err = f.file(p)
	default:
		err = errUnknown
	}
	if errors.Is(err, errUnknown) {
		return fmt.Errorf("%s: %w; %s", p, errUnknown, known)
	}
	if err != nil {
		return fmt.Errorf("%s cannot be read: %s", p, cause(err))
	}
	return nil
}

// pattern takes what a pattern matches. Of that, some may be unknown.
func (f *finder) pattern(p string) error {
	matches, err := doublestar.FilepathGlob(p)
	if err != nil {
		return fmt.Errorf("%s is no valid pattern: %w", p, err)
	}
	if len(matches) == 0 {
		return fmt.Errorf("%s: no file or folder matches; check the spelling and the current folder", p)
	}
	slices.Sort(matches)
	some := false
	for _, m := range matches {
		info, err := os.Stat(m)
		if err == nil {
			err = f.path(m, info)
		}
		switch {
		case err == nil:
			some = true
		case !errors.Is(err, errUnknown):
			f.skip(shownPath(m), "cannot be read: "+cause(err))
		case !info.IsDir():
			f.skip(shownPath(m), "is of no known kind")
		}
	}
	if !some {
		return fmt.Errorf("%s: %w among what matches; %s", p, errUnknown, known)
	}
	return nil
}

// file takes a file that the user named.
func (f *finder) file(p string) error {
	if target, err := filepath.EvalSymlinks(p); err == nil && isLink(p) {
		p = target
	}
	folder := filepath.Dir(p)
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }() // nothing was written
	m := (&diskTree{root: root}).file(filepath.Base(p), filepath.Base(p), 0)
	if m.isLoose() {
		f.addLoose(folder, m.rel)
		return nil
	}
	if !isZipName(p) && !strings.HasPrefix(string(m.head(4)), "PK") {
		return errUnknown
	}
	if heard, err := isHeardOf(p); err != nil || !heard {
		return cmp.Or(err, errUnknown)
	}
	f.addZip(p)
	return nil
}

func isLink(p string) bool {
	info, err := os.Lstat(p)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// folder takes a folder that the user named, and searches it.
func (f *finder) folder(p string) error {
	root, err := os.OpenRoot(p)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }() // nothing was written
	tree := &diskTree{root: root, shown: lead(shownPath(p))}
	var s survey
	s.walk(tree.at(""))
	some := len(s.sites)+len(s.loose) > 0
	for _, in := range s.sites {
		f.addUnit(p, in.where)
	}
	for _, m := range s.loose {
		f.addLoose(p, m.rel)
	}
	for _, m := range s.zips {
		some = f.zip(p, m) || some
	}
	f.tell(tree, s)
	if !some {
		return errUnknown
	}
	return nil
}

// tell tells what was passed over in a folder. What lies in a package is told
// when that is opened.
func (f *finder) tell(tree *diskTree, s survey) {
	for _, x := range s.passed {
		f.skip(tree.shown+x.where, x.why)
	}
	told := func(where string) bool {
		return slices.ContainsFunc(s.sites, func(in site) bool { return in.tells(where) })
	}
	for _, x := range tree.faults {
		if !told(x.Member) {
			f.skip(cmp.Or(tree.shown+x.Member, "."), x.Detail)
		}
	}
	for _, where := range tree.links {
		if !told(where) {
			f.skip(tree.shown+where, "is a symbolic link that leads out of the folder or nowhere, and not followed")
		}
	}
}

// zip takes a zip that was found in a folder, and reports whether it is known.
func (f *finder) zip(folder string, m *Member) bool {
	p := filepath.Join(folder, filepath.FromSlash(m.rel))
	heard, err := isHeardOf(p)
	switch {
	case err != nil:
		f.skip(m.disk, "cannot be read: "+cause(err))
	case !heard:
		f.skip(m.disk, "is a zip that holds nothing known")
	default:
		f.addZip(p)
	}
	return heard
}

// isHeardOf reports whether a zip on disk holds something known. A zip that is
// broken is reported as known: that it is broken is for its report to tell. The
// error is that of the disk.
func isHeardOf(p string) (bool, error) {
	r, err := os.Open(p) //nolint:gosec // the file that the user named, or in the folder
	if err != nil {
		return false, err
	}
	defer func() { _ = r.Close() }() // nothing was written
	info, err := r.Stat()
	if err != nil {
		return false, err
	}
	l, fl, err := list(fixedBytes{r}, info.Size(), newBudget(DefaultLimits()))
	if err != nil || fl != nil {
		return err == nil, err
	}
	var s survey
	s.walk(l.root)
	if len(s.sites)+len(s.loose) > 0 || len(s.zips) == 0 {
		return len(s.sites)+len(s.loose) > 0, nil
	}
	whole, err := OpenReader(context.Background(), p, r, info.Size(), DefaultLimits())
	return !whole.unheard, err
}

func (f *finder) addZip(p string) {
	if f.isNew(filepath.Dir(p), filepath.Base(p)) {
		f.sources = append(f.sources, Source{Path: shownPath(p), root: p, form: zipOnDisk})
	}
}

func (f *finder) addUnit(root, rel string) {
	if f.isNew(root, rel) {
		p := shownPath(filepath.Join(root, filepath.FromSlash(rel)))
		f.sources = append(f.sources, Source{Path: p, root: root, rel: rel, form: unitFolder})
	}
}

func (f *finder) addLoose(root, rel string) {
	if !f.isNew(root, rel) {
		return
	}
	key := f.realPath(root)
	s := f.folders[key]
	if s == nil {
		s = &Source{Path: shownPath(root), root: root, form: looseFiles}
		f.folders[key] = s
	}
	s.loose = append(s.loose, rel)
}

// isNew reports whether rel in the folder root was not seen before, by whatever
// path. No link leads from root to rel.
func (f *finder) isNew(root, rel string) bool {
	key := filepath.Join(f.realPath(root), filepath.FromSlash(rel))
	if f.seen[key] {
		return false
	}
	f.seen[key] = true
	return true
}

// realPath returns the one path of a folder that may have many.
func (f *finder) realPath(folder string) string {
	p := f.real[folder]
	if p != "" {
		return p
	}
	p = folder
	if target, err := filepath.EvalSymlinks(p); err == nil {
		p = target
	}
	if abs, err := filepath.Abs(p); err == nil {
		p = abs
	}
	f.real[folder] = p
	return p
}
