package artifact

import (
	"path"
	"strings"
)

// A survey tells what one zip or one folder on disk holds.
type survey struct {
	sites []site    // what was recognised
	zips  []*Member // of no site, by their names
	loose []*Member // of no site, of a kind that is judged by itself
	rest  []*Member // of no site; not told on disk

	passed []passed
}

// A site is a folder that was recognised.
type site struct {
	*dir
	layout
}

// tells reports whether opening the site tells of what is amiss at where.
func (s site) tells(where string) bool {
	folder := path.Dir(s.within(where))
	if s.where != "" && !strings.HasPrefix(where, s.where+"/") {
		return false
	}
	part, _, _ := strings.Cut(folder, "/")
	return !s.some || folder == "." || s.parts[s.dir.dir(part)]
}

// A passed place is one whose contents are left out.
type passed struct{ where, why string }

// walk surveys a folder and all below it. What is inside a site belongs to it and
// is not looked into.
func (s *survey) walk(d *dir) {
	if l, ok := recognise(d); ok {
		s.sites = append(s.sites, site{d, l})
		s.folders(d, func(c *dir) bool { return !l.owns(c) })
		return
	}
	if isCanvasSource(d) {
		s.passed = append(s.passed, passed{d.where, "holds the unpacked sources of a canvas app, which are not read (name the .msapp)"})
		return
	}
	for _, m := range d.list().files {
		s.file(m)
	}
	s.folders(d, func(*dir) bool { return true })
}

// folders walks the folders of d that are wanted and may hold what is shipped.
func (s *survey) folders(d *dir, wanted func(*dir) bool) {
	for i, c := range d.dirs {
		if !wanted(c) || isSkipped(c.name()) {
			continue
		}
		if why := buildOutput(d, c); why != "" {
			s.passed = append(s.passed, passed{c.where, why})
			continue
		}
		s.walk(c)
		if d.disk != nil {
			d.dirs[i] = &dir{where: c.where, disk: c.disk} // a large tree is not kept; a site keeps its own
		}
	}
}

func (s *survey) file(m *Member) {
	switch {
	case isZipName(m.where):
		s.zips = append(s.zips, m)
	case m.isLoose():
		s.loose = append(s.loose, m)
	case m.entry == nil && isCabinet(m):
		s.passed = append(s.passed, passed{m.where, cabinetFlaw.detail})
	case m.entry != nil: // on disk they are of no interest, and there may be very many
		s.rest = append(s.rest, m)
	}
}

// members returns the files of a site, those of owned folders included.
func (s site) members() []*Member {
	all := append([]*Member(nil), s.files...)
	for _, c := range s.list().dirs {
		if s.owns(c) {
			all = appendFiles(all, s.dir, c)
		}
	}
	return all
}

func appendFiles(all []*Member, parent, d *dir) []*Member {
	if d.disk != nil && (isSkipped(d.name()) || buildOutput(parent, d) != "") {
		return all
	}
	all = append(all, d.list().files...)
	for _, c := range d.dirs {
		all = appendFiles(all, d, c)
	}
	return all
}
