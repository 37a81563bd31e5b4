package artifact

import (
	"bytes"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/text"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// How much of a file is read to tell what it is.
const (
	xmlHead  = 16 << 10
	jsonHead = 2 << 20
)

// rootElement returns the local name of the outermost element of an XML file, or
// "" where the beginning of the file does not tell it.
func (m *Member) rootElement() string {
	decoded, _ := text.Decode(m.head(xmlHead))
	return rootElement(decoded)
}

func rootElement(b []byte) string {
	for {
		i := bytes.IndexByte(b, '<')
		if i < 0 {
			return ""
		}
		b = b[i+1:]
		end := ">"
		switch {
		case bytes.HasPrefix(b, []byte("!--")):
			end = "-->"
		case bytes.HasPrefix(b, []byte("?")):
			end = "?>"
		case !bytes.HasPrefix(b, []byte("!")):
			return localName(b)
		}
		_, rest, ok := bytes.Cut(b, []byte(end))
		if !ok {
			return ""
		}
		b = rest
	}
}

// localName returns the name that b begins with, without its namespace prefix.
func localName(b []byte) string {
	name := b
	if i := bytes.IndexAny(b, " \t\r\n/>"); i >= 0 {
		name = b[:i]
	}
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	return string(name)
}

// isSwagger reports whether a file is an OpenAPI 2.0 definition, which is what
// custom connectors are described by.
func (m *Member) isSwagger() bool {
	decoded, _ := text.Decode(m.head(jsonHead))
	return isSwagger(decoded)
}

func isSwagger(b []byte) bool {
	return bytes.Contains(b, []byte(`"swagger"`)) && hasKeys(b, "swagger")
}

// isFlow reports whether a JSON text is the definition of a cloud flow or a
// desktop flow, in the form that solutions and exported packages hold it.
func isFlow(b []byte) bool {
	return bytes.Contains(b, []byte(`"definition"`)) && hasKeys(b,
		"properties/definition/triggers", "properties/definition/actions", "properties/definition/package")
}

// isKnownJSON reports whether a JSON file is of a kind that is judged by itself.
func (m *Member) isKnownJSON() bool {
	decoded, _ := text.Decode(m.head(jsonHead))
	return isSwagger(decoded) || isFlow(decoded)
}

// keyDepth is how deep hasKeys looks.
const keyDepth = 3

// hasKeys reports whether the object in b has one of the keys, each written with
// the keys of the objects around it. It is lenient: real definitions have commas
// too many, control characters, and more after the end.
func hasKeys(b []byte, keys ...string) bool {
	var around []string // keys of the open brackets, outermost first; the first has none
	depth, last := 0, ""
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '{', '[':
			if depth == len(around) && depth <= keyDepth {
				around = append(around, last)
			}
			depth++
			last = ""
		case '}', ']':
			depth = max(0, depth-1)
			around = around[:min(depth, len(around))]
		case '"':
			end := stringEnd(b, i+1)
			if depth > 0 && depth <= keyDepth && isKey(b[min(end+1, len(b)):]) {
				last = string(b[i+1 : end])
				if slices.Contains(keys, strings.Join(append(around[1:], last), "/")) {
					return true
				}
			}
			i = end
		}
	}
	return false
}

// stringEnd returns the offset of the quote that ends the string that begins at
// i, or that of the end.
func stringEnd(b []byte, i int) int {
	for ; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i
		}
	}
	return len(b)
}

// isKey reports whether what follows a string makes it a key.
func isKey(after []byte) bool {
	after = bytes.TrimLeft(after[:min(len(after), 64)], " \t\r\n")
	return len(after) > 0 && after[0] == ':'
}

// isLoose reports whether a file is of a kind that is judged outside a package.
func (m *Member) isLoose() bool {
	switch strings.ToLower(path.Ext(m.where)) {
	case ".js", ".mjs", ".html", ".htm", ".dll", ".nupkg":
		return true
	case ".json":
		return m.isKnownJSON()
	}
	return false
}

// isZipName reports whether a file has the name of a package that is a zip.
func isZipName(name string) bool { return hasExt(name, ".zip", ".msapp") }

// cabinet begins a cabinet file, the other form that solutions are imported in.
const cabinet = "MSCF"

// noZip tells what is in the place of a zip.
func noZip(r io.ReaderAt, size int64) *flaw {
	head := make([]byte, min(size, maxPointer))
	n, err := r.ReadAt(head, 0)
	if n == 0 && size > 0 && err != nil {
		return &flaw{unit.Unreadable, "cannot be read: " + cause(err)}
	}
	head = head[:n]
	detail := "is not a zip"
	switch text := bytes.TrimLeft(head, "\ufeff \t\r\n"); {
	case size == 0:
		detail = "is empty"
	case isPointer(head) && size <= maxPointer:
		return pointerFlaw
	case bytes.HasPrefix(head, []byte(cabinet)):
		return cabinetFlaw
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		detail = "begins as a zip and has no valid directory at its end: it is cut off, or was changed as if it were text"
	case bytes.HasPrefix(text, []byte("<")):
		detail = "is a page or XML and not a zip"
	case size == 1:
		detail = "is not a zip: it has 1 byte"
	}
	return &flaw{unit.Unreadable, detail}
}

var cabinetFlaw = &flaw{unit.Unsupported, "is a cabinet file, which is not opened"}
