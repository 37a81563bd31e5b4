// Package artifact opens whatever a user names and gives a tree of packages with
// lazily inflated members.
//
// [Find] turns paths into sources, [Source.Open] a source into a [Package]: a
// solution, a deployment package, a connector and so on, each recognised by what
// it holds and never by its name, with the packages inside it as its Inner. Zips
// nest; nothing is ever written to disk, and what one source may inflate is
// bounded by [Limits]. What is wrong with a package is a fault of it and no
// error: the rest is still there to be checked.
package artifact

import (
	"cmp"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/unit"
)

// A Package is one unit: its members and the packages inside it.
//
// A package inside another that is a zip of its own stays a member of the outer
// one as well, so that whoever asks whether a file is there finds it. The files
// of a package that is a folder inside another belong to the inner one alone.
type Package struct {
	Path    string // shown: "app.zip!/PkgFolder/core.zip", "repo.zip!/src" for one of several folders in a zip
	Kind    unit.Kind
	Disk    string       // the outermost zip or the folder on disk, slash path as the user gave it
	InZip   bool         // the members lie in a zip
	Members []*Member    // sorted by Name
	Inner   []*Package   // sorted by Path
	Faults  []unit.Fault // what went wrong while it was opened, sorted by Member

	lead    string      // what stands before a member's name in its shown path
	data    zipBytes    // the zip the members lie in; nil on disk
	open    []io.Closer // closed with the package
	unheard bool        // a sound zip that holds nothing known
}

// Member returns the member of exactly that name.
func (p *Package) Member(name string) (*Member, bool) {
	i, ok := slices.BinarySearchFunc(p.Members, name, func(m *Member, name string) int {
		return cmp.Compare(m.Name, name)
	})
	if !ok {
		return nil, false
	}
	return p.Members[i], true
}

// Shown returns the path to show for a member, with "!/" between a zip and what
// is in it, and with the folders that are around the package in its zip. An empty
// name stands for the package. The member need not exist.
func (p *Package) Shown(name string) string {
	if name == "" {
		return p.Path
	}
	return p.lead + name
}

// All yields p and everything inside it, inner packages before outer ones.
func (p *Package) All() iter.Seq[*Package] {
	return func(yield func(*Package) bool) { p.visit(yield) }
}

func (p *Package) visit(yield func(*Package) bool) bool {
	for _, in := range p.Inner {
		if !in.visit(yield) {
			return false
		}
	}
	return yield(p)
}

// Release forgets the inflated bytes of p's members, and of the zip they lie in
// where that can be had again. Whoever reads a member later inflates it again,
// which no limit counts a second time.
func (p *Package) Release() {
	for _, m := range p.Members {
		m.release()
	}
	if p.data != nil {
		p.data.release()
	}
}

// Close releases p and everything inside it and closes their files. Members that
// are read afterwards fail.
func (p *Package) Close() error {
	var errs []error
	for q := range p.All() {
		q.Release()
		for _, c := range q.open {
			errs = append(errs, c.Close())
		}
		q.open = nil
	}
	return errors.Join(errs...)
}

// maxFaults is how many faults one package tells; a hostile one could have as
// many as it has entries.
const maxFaults = 200

// fault adds a fault.
func (p *Package) fault(kind unit.FaultKind, member, detail string) {
	p.Faults = append(p.Faults, unit.Fault{Kind: kind, Member: member, Detail: detail})
}

// settle brings p into the order that its documentation promises.
func (p *Package) settle() *Package {
	slices.SortStableFunc(p.Members, func(a, b *Member) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortStableFunc(p.Inner, func(a, b *Package) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortStableFunc(p.Faults, func(a, b unit.Fault) int {
		return cmp.Or(cmp.Compare(a.Member, b.Member), strings.Compare(a.Detail, b.Detail))
	})
	p.Faults = slices.Compact(p.Faults)
	if more := len(p.Faults) - maxFaults; more > 0 {
		p.Faults = append(p.Faults[:maxFaults:maxFaults], unit.Fault{
			Kind: p.Faults[maxFaults].Kind, Detail: "has " + count(more, "more fault") + " of this sort",
		})
	}
	return p
}
