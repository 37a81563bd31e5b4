package artifact

import (
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/solcheck/solcheck/analyzers/syntax/text"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// maxFolders is how many folders deep a member may lie. Real ones lie under
// twenty deep.
const maxFolders = 64

// cleanName returns the '/'-separated relative form of a name in a zip. Canvas
// apps and many deployment packages are written with backslashes. Where the name
// ends in a slash it is of a folder and isDir is true. A name that is hostile has
// a flaw; it is empty where nothing can be made of it.
func cleanName(raw string) (name string, isDir bool, fl *flaw) {
	name = raw
	if !utf8.ValidString(name) {
		decoded, _ := text.Decode([]byte(name))
		name, fl = strings.ToValidUTF8(string(decoded), "\uFFFD"), hostile("has a name that is not UTF-8")
	}
	if strings.IndexFunc(name, isControl) >= 0 {
		return "", false, hostile("has control characters in its name")
	}
	name = strings.ReplaceAll(name, `\`, "/")
	isDir = strings.HasSuffix(name, "/")
	if fs.ValidPath(name) && name != "." && !hasDrive(name) && strings.Count(name, "/") < maxFolders {
		return name, false, fl
	}
	return cleanPath(name, isDir, fl)
}

// cleanPath does what cleanName does for names that are not plain already.
func cleanPath(name string, isDir bool, fl *flaw) (string, bool, *flaw) {
	switch {
	case name == "":
		return "", false, hostile("has no name")
	case hasDrive(name):
		return "", isDir, hostile("has a name with a drive letter")
	case strings.Contains("/"+name+"/", "/../"):
		return "", isDir, hostile(`climbs out of its folder with ".."`)
	case strings.Count(name, "/") >= maxFolders:
		return "", isDir, hostile("lies more than " + count(maxFolders, "folder") + " deep")
	case strings.HasPrefix(name, "/"):
		fl = absolute
	}
	name = path.Clean(strings.TrimLeft(name, "/"))
	if name == "." {
		return "", true, fl
	}
	return name, isDir, fl
}

// absolute is the flaw of a name that begins with a slash. Some versions of the
// canvas app designer wrote such names, so that there it is none.
var absolute = hostile("has an absolute name")

func hostile(detail string) *flaw { return &flaw{unit.Hostile, detail} }

func isControl(r rune) bool { return r < ' ' || r == 0x7f }

// hasDrive reports whether a name begins with a drive letter of Windows.
func hasDrive(name string) bool {
	return len(name) >= 2 && name[1] == ':' && ('a' <= name[0]|0x20 && name[0]|0x20 <= 'z')
}

// printable returns a raw name as it may be shown.
func printable(raw string) string {
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(raw, "\uFFFD"))
}

// isAppleDouble reports whether a name is of the twin that macOS writes beside a
// file: "__MACOSX/x/._file" or "x/._file".
func isAppleDouble(name string) bool {
	return strings.HasPrefix(path.Base(name), "._") || strings.HasPrefix(name, "__MACOSX/") || strings.Contains(name, "/__MACOSX/")
}

// hasExt reports whether a name ends in one of the extensions, case ignored.
func hasExt(name string, exts ...string) bool {
	ext := path.Ext(name)
	for _, e := range exts {
		if strings.EqualFold(ext, e) {
			return true
		}
	}
	return false
}
