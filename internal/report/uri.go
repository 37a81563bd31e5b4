package report

import (
	"path"
	"strings"
)

// uriOf returns the URI of a slash- or backslash-separated path, percent-encoded
// as RFC 3986 has it, and whether it is relative. An absolute path becomes a file
// URI, with the host in it for a path of a network share.
func uriOf(file string) (uri string, isRelative bool) {
	file = strings.ReplaceAll(file, `\`, "/")
	switch {
	case strings.HasPrefix(file, "//"):
		return "file:" + escapePath(file), false
	case strings.HasPrefix(file, "/"):
		return "file://" + escapePath(path.Clean(file)), false
	case len(file) > 2 && isLetter(file[0]) && file[1:3] == ":/":
		return "file:///" + file[:2] + escapePath(path.Clean(file[2:])), false
	}
	return escapePath(path.Clean(file)), true
}

// memberURI returns the URI of a member relative to its zip, without the slash at
// its start that only a hostile zip has.
func memberURI(name string) string {
	return escapePath(strings.TrimLeft(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// escapePath percent-encodes every byte that a path may not hold. A colon is
// encoded too: in the first segment of a relative reference it would end a scheme.
func escapePath(p string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(p) {
		if c := p[i]; isPathByte(c) {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}

func isPathByte(c byte) bool {
	return isLetter(c) || '0' <= c && c <= '9' || strings.IndexByte("-._~!$&'()*+,;=@/", c) >= 0
}
