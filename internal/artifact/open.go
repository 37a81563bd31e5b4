package artifact

import (
	"archive/zip"
	"cmp"
	"context"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/unit"
)

// An opener makes the packages of one source.
type opener struct {
	ctx    context.Context //nolint:containedctx // it lives for one call of Open
	limits *budget
	err    error // of the disk or of ctx; the first
}

// A place is where a zip or a folder lies.
type place struct {
	path  string    // shown
	disk  string    // shown path of the outermost zip, or of the folder
	data  zipBytes  // of the zip
	depth int       // zips that it lies in, itself included
	tree  *diskTree // of the folder; nil for a zip
}

// lead returns what stands before the names of what lies there.
func (at place) lead() string {
	if at.tree == nil {
		return at.path + "!/"
	}
	return lead(at.path)
}

func (o *opener) fail(err error) {
	if o.err == nil {
		o.err = err
	}
}

func newPackage(kind unit.Kind, at place) *Package {
	return &Package{Path: at.path, Kind: kind, Disk: at.disk, InZip: at.tree == nil, lead: at.lead(), data: at.data}
}

// zip opens a zip of n bytes. What cannot be read is a package of kind
// unit.Unknown.
func (o *opener) zip(at place, n int64) *Package {
	if err := o.ctx.Err(); err != nil {
		o.fail(err)
	}
	p := newPackage(unit.Unknown, at)
	if o.err != nil {
		return p
	}
	l, fl, err := list(at.data, n, o.limits)
	switch {
	case err != nil:
		o.fail(err)
		return p
	case fl != nil:
		p.fault(fl.kind, "", fl.detail)
		return p
	}
	l.inspect()
	return o.arrange(l, at)
}

// arrange makes the package that a zip is. A zip that holds one package and
// nothing else that is known is that package, whatever folders are around it.
func (o *opener) arrange(l *listing, at place) *Package {
	var s survey
	s.walk(l.root)
	var p *Package
	if len(s.sites) == 1 && len(s.zips) == 0 && len(s.loose) == 0 {
		p = o.site(s.sites[0], at)
		p.Path = at.path
	} else {
		p = o.archive(s, at)
	}
	base := strings.TrimPrefix(p.lead, at.lead())
	for _, f := range l.faults {
		if p.Kind == unit.CanvasApp && f.Detail == absolute.detail {
			continue
		}
		p.fault(f.Kind, strings.TrimPrefix(f.Member, base), f.Detail)
	}
	return p.settle()
}

// site makes the package that a recognised folder is.
func (o *opener) site(s site, at place) *Package {
	p := newPackage(s.kind, at)
	if s.where != "" {
		p.Path = at.lead() + s.where
		p.lead = p.Path + "/"
	}
	if s.flaw != nil {
		p.fault(s.flaw.kind, "", s.flaw.detail)
	}
	p.Members = s.members()
	for _, m := range p.Members {
		m.Name = s.within(m.where)
	}
	if at.tree != nil {
		p.refuseTwins()
	}
	o.finish(p, at)
	return p.settle()
}

// refuseTwins leaves out files on disk whose names differ in case alone: no other
// system than the one they lie on can hold both.
func (p *Package) refuseTwins() {
	seen := make(map[string]string, len(p.Members))
	p.Members = slices.DeleteFunc(p.Members, func(m *Member) bool {
		key := strings.ToLower(m.Name)
		first, again := seen[key]
		if again {
			p.fault(unit.Unreadable, m.Name, twice(m.Name, first).detail)
			return true
		}
		seen[key] = m.Name
		return false
	})
}

// finish tells the faults of p's members and opens the packages among them.
func (o *opener) finish(p *Package, at place) {
	for _, m := range p.Members {
		if at.tree != nil && m.flaw == nil && m.isPointer() {
			m.flaw = pointerFlaw
		}
		switch {
		case mayHold(p.Kind, m.Name):
			if in := o.inner(p, m, at); in != nil {
				p.Inner = append(p.Inner, in)
			}
		case m.flaw != nil:
			p.fault(m.flaw.kind, m.Name, m.flaw.detail)
		case mayHold(p.Kind, ".zip") && isCabinet(m):
			p.fault(cabinetFlaw.kind, m.Name, cabinetFlaw.detail)
		}
	}
}

// mayHold reports whether a member of a package of that kind may be a package
// itself.
func mayHold(kind unit.Kind, name string) bool {
	switch kind {
	case unit.Solution:
		return hasExt(name, ".msapp")
	case unit.AppSource, unit.Deployment, unit.Archive, unit.Folder:
		return isZipName(name)
	default:
		return false
	}
}

// isCabinet reports whether a member is a solution in the form that Package
// Deployer takes as well and that is not read.
func isCabinet(m *Member) bool {
	return hasExt(m.where, ".cab") && string(m.head(len(cabinet))) == cabinet
}

// inner opens a member that should be a package. It returns nil for a zip that
// holds nothing known.
func (o *opener) inner(p *Package, m *Member, at place) *Package {
	in := place{path: p.lead + m.Name, disk: cmp.Or(m.disk, at.disk), depth: at.depth + 1}
	data, n, fl := o.bytesOf(m, in.depth)
	if fl != nil {
		q := newPackage(unit.Unknown, in)
		q.fault(fl.kind, "", fl.detail)
		return q
	}
	in.data = data
	q := o.zip(in, n)
	if q.unheard {
		data.release()
		return nil
	}
	if f, ok := data.(*diskBytes); ok {
		f.release() // hundreds of apps need not be open at once
		q.open = append(q.open, f)
	}
	return q
}

// bytesOf returns how to read a member as a zip, and its size.
func (o *opener) bytesOf(m *Member, depth int) (zipBytes, int64, *flaw) {
	switch {
	case m.flaw != nil:
		return nil, 0, m.flaw
	case depth > o.limits.Depth:
		return nil, 0, &flaw{unit.Limit, "lies deeper than " + count(o.limits.Depth, "zip") + " in one another"}
	case m.entry == nil:
		return fileOf(m)
	case m.entry.Method == zip.Store:
		start, err := m.entry.DataOffset()
		if err != nil {
			return nil, 0, &flaw{unit.Unreadable, "has a damaged header"}
		}
		return storedZip{io.NewSectionReader(m.entry.in, start, m.Size)}, m.Size, nil
	}
	packed := &packedZip{member: m}
	data, err := packed.bytes()
	if err != nil {
		return nil, 0, o.flawOf(m, err)
	}
	return packed, int64(len(data)), nil
}

func fileOf(m *Member) (zipBytes, int64, *flaw) {
	f := &diskBytes{open: func() (*os.File, error) { return m.root.Open(m.rel) }}
	n, err := f.size()
	if err != nil {
		return nil, 0, &flaw{unit.Unreadable, "cannot be read: " + cause(err)}
	}
	return f, n, nil
}

// flawOf returns the flaw by which a member could not be read.
func (o *opener) flawOf(m *Member, err error) *flaw {
	if m.flaw != nil {
		return m.flaw
	}
	o.fail(err)
	return &flaw{unit.Unreadable, "cannot be read: " + cause(err)}
}

// archive makes the package of a zip that is no one package. The packages that it
// holds are its inner ones; it is a folder where there are loose files to judge
// as well, else an archive.
func (o *opener) archive(s survey, at place) *Package {
	p := newPackage(unit.Archive, at)
	if len(s.loose) > 0 {
		p.Kind = unit.Folder
	}
	for _, in := range s.sites {
		p.Inner = append(p.Inner, o.site(in, at))
	}
	p.Members = slices.Concat(s.zips, s.loose, s.rest)
	o.finish(p, at)
	switch {
	case len(p.Inner) == 0 && p.Kind == unit.Archive:
		p.Kind, p.unheard = unit.Unknown, true
		p.fault(unit.Unsupported, "", "holds nothing that is known")
	case isCertification(p):
		p.Kind = unit.Connector
	}
	return p
}

// isCertification reports whether an archive is what publishers send in to have
// a connector certified: an introduction beside a package whose solutions hold
// connectors.
func isCertification(p *Package) bool {
	hasIntro := slices.ContainsFunc(p.Members, func(m *Member) bool { return hasExt(m.Name, ".md") && path.Dir(m.Name) == "." })
	if p.Kind != unit.Archive || !hasIntro || len(p.Inner) != 1 || p.Inner[0].Kind != unit.Deployment && p.Inner[0].Kind != unit.Archive {
		return false
	}
	return slices.ContainsFunc(p.Inner[0].Inner, func(s *Package) bool {
		return slices.ContainsFunc(s.Members, func(m *Member) bool { return strings.HasPrefix(m.Name, "Connector/") })
	})
}
