package webresource

import (
	"bytes"
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

// A Library is code of others that was recognised in a script.
type Library struct {
	model.Range        // what identifies it
	Name        string // empty for minified code that says nothing of itself
	Version     string // empty where it is not told
	Build       Build
}

// Build tells what made the code that a [Library] was recognised in.
type Build int

// The builds.
const (
	Published   Build = iota // a file as its authors publish it
	Bundled                  // part of what a bundler wrote
	Minified                 // minified code that names no library
	Development              // modules as texts that are evaluated, for debugging
)

// String returns the library's name with its version.
func (l Library) String() string {
	if l.Version == "" {
		return l.Name
	}
	return l.Name + " " + l.Version
}

//go:embed libraries.tsv
var librariesTSV string

// A mark is a line of libraries.tsv.
type mark struct {
	name    string
	place   place
	text    string
	version *regexp.Regexp // nil where no version is told
	extent  extent
}

// place is where the text of a mark stands.
type place string

const (
	inComment   place = "comment"
	inCode      place = "code"
	inNamespace place = "namespace" // the beginning of one that Type.registerNamespace is given
)

// extent is how much of a script belongs to a library after its banner.
type extent int

const (
	nothing      extent = iota
	oneStatement        // the one that is the library, with what small ones come before it
	allUp               // all up to the next banner
)

var marks = sync.OnceValue(func() []mark {
	extents := map[string]extent{"-": nothing, "one": oneStatement, "all": allUp}
	var list []mark
	for line := range strings.Lines(librariesTSV) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) != 5 {
			continue
		}
		m := mark{name: f[0], place: place(f[1]), text: f[2], extent: extents[f[4]]}
		if f[3] != "-" {
			m.version = regexp.MustCompile(f[3])
		}
		list = append(list, m)
	}
	return list
})

// A banner is a comment that names a library.
type banner struct {
	Library
	at     javascript.Span
	extent extent
}

// banners returns the comments that name libraries, in order.
func (s *Script) banners() []banner {
	var list []banner
	for i, at := range s.Comments {
		text := s.Source[at.Start:min(at.End, at.Start+maxBanner)]
		if at.End-at.Start < 12 || i > 2 && !isLegal(text) {
			continue
		}
		if len(list) == maxBanners {
			break
		}
		if b, ok := bannerOf(plain(text)); ok {
			b.at, b.Range = at, s.Range(at)
			list = append(list, b)
		}
	}
	return list
}

const (
	maxBanner  = 1200 // bytes of a comment that are looked at
	maxBanners = 500
)

// isLegal reports whether a comment is one that minifiers keep, or speaks of
// rights as banners do.
func isLegal(text []byte) bool {
	return bytes.HasPrefix(text, []byte("/*!")) || bytes.HasPrefix(text, []byte("//!")) ||
		bytes.Contains(text, []byte("@license")) || bytes.Contains(text, []byte("@preserve")) || bytes.Contains(text, []byte("opyright"))
}

// plain returns a comment in lower case, its blanks and stars squeezed.
func plain(text []byte) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(string(text)), func(r rune) bool {
		return r <= ' ' || r == '*'
	}), " ")
}

func bannerOf(text string) (banner, bool) {
	for _, m := range marks() {
		if m.place == inComment && strings.Contains(text, m.text) {
			return banner{Library: Library{Name: m.name, Version: m.find(text)}, extent: m.extent}, true
		}
	}
	if m := general().FindStringSubmatch(text); m != nil && openSource().MatchString(text) {
		return banner{Library: Library{Name: m[1], Version: m[2]}, extent: allUp}, true
	}
	return banner{}, false
}

func (m *mark) find(text string) string {
	if m.version == nil {
		return ""
	}
	if found := m.version.FindStringSubmatch(text); found != nil {
		return strings.TrimRight(found[1], ".-")
	}
	return ""
}

// general is the form of most banners: a name, and a version after it.
var general = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[/! ]*(?:@license |@preserve )?([a-z][\w.-]+(?: [a-z][\w.-]+){0,3}?)(?: -| \||,)? v(?:ersion)? ?:? ?(\d+\.\d+[\w.+-]*)`)
})

// openSource finds the words by which banners of libraries tell their licence.
var openSource = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(?:mit|bsd|apache|gpl|lgpl|mpl|isc|cc0|public domain)\b`)
})

// embedded returns the libraries that code itself tells of, wherever it stands.
func (s *Script) embedded() []Library {
	var list []Library
	for _, m := range marks() {
		if m.place != inCode {
			continue
		}
		i := bytes.Index(s.Source, []byte(m.text))
		if i < 0 {
			continue
		}
		l := Library{Name: m.name, Build: Bundled}
		if found := m.version.FindSubmatch(s.Source); found != nil {
			l.Version = string(found[1])
		}
		l.Range = s.Range(javascript.Span{Start: int32(i), End: int32(i + len(m.text))}) //nolint:gosec // see javascript.MaxSize
		list = append(list, l)
	}
	return list
}

// addLibraries notes libraries, each name and version once. One that is known
// with its version is not noted without.
func (f *File) addLibraries(list ...Library) {
	for _, l := range list {
		i := slices.IndexFunc(f.Libraries, func(o Library) bool {
			return o.Name == l.Name && (o.Version == l.Version || l.Version == "" || o.Version == "")
		})
		switch {
		case i < 0:
			f.Libraries = append(f.Libraries, l)
		case f.Libraries[i].Version == "":
			f.Libraries[i].Version = l.Version
		}
	}
}
