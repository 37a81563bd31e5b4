// Package sourcemap leads from the members of a package to the files of the
// repository that they were made from, so that a finding in a zip is shown at
// its source.
package sourcemap

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
)

// A Map leads from members to repository paths, which are slash-separated and
// relative to the folder that solcheck runs in.
type Map struct {
	exact    map[string]string // by folded member path
	mappings []mapping         // SolutionPackager's, in the order of the file
	folder   string            // of the mapping file
	exists   func(string) bool
}

// Parse reads a source map: a JSON object from members to paths, lines of the
// form "member -> path" with comments after "#", or a mapping file of
// SolutionPackager. The file's own name says where relative paths of the last
// kind start; exists reports whether the repository has a file.
func Parse(name string, text []byte, exists func(string) bool) (*Map, error) {
	text = bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\ufeff")))
	m := &Map{exact: make(map[string]string), folder: path.Dir(name), exists: exists}
	var err error
	switch {
	case bytes.HasPrefix(text, []byte("{")):
		err = m.object(text)
	case bytes.HasPrefix(text, []byte("<")):
		m.mappings, err = parseMappings(text)
	default:
		err = m.lines(text)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}

// object reads {"member": "path"}.
func (m *Map) object(text []byte) error {
	pairs := make(map[string]string)
	dec := json.NewDecoder(bytes.NewReader(text))
	if err := dec.Decode(&pairs); err != nil {
		return fmt.Errorf("expected a JSON object of member paths and repository paths: %w", err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errors.New("there is text after the end of the object")
	}
	for member, to := range pairs {
		if err := m.add(member, to); err != nil {
			return err
		}
	}
	return nil
}

// lines reads "member -> path" lines.
func (m *Map) lines(text []byte) error {
	scan := bufio.NewScanner(bytes.NewReader(text))
	scan.Buffer(nil, len(text)+1)
	for n := 1; scan.Scan(); n++ {
		line := strings.TrimSpace(scan.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		member, to, ok := strings.Cut(line, "->")
		if !ok {
			return fmt.Errorf("line %d is not of the form \"member -> repository path\"", n)
		}
		if err := m.add(strings.TrimSpace(member), strings.TrimSpace(to)); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return scan.Err()
}

func (m *Map) add(member, to string) error {
	clean, ok := inside(to)
	if member == "" || !ok {
		return fmt.Errorf("%q -> %q: expected a member and a path inside the repository", member, to)
	}
	m.exact[fold(member)] = clean
	return nil
}

// Repo returns the repository path of a member of a package, both as shown in
// reports. The finding's component helps where the zip gives a member another
// name than the repository does, as it does for web resources.
func (m *Map) Repo(pkg, member string, of component.Ref) (string, bool) {
	names := []string{member}
	if of.Type == component.WebResource && of.Name != "" {
		names = append(names, "WebResources/"+of.Name)
	}
	for _, name := range names {
		for _, key := range []string{pkg + "!/" + name, path.Base(pkg) + "!/" + name, name} {
			if to, ok := m.exact[fold(key)]; ok {
				return to, true
			}
		}
	}
	for _, name := range names {
		if to, ok := m.mapped(name); ok {
			return to, true
		}
	}
	return "", false
}

// mapped applies the mappings of SolutionPackager. Their targets are relative to
// the folder that the solution is unpacked into, which the mapping file does not
// name: it is the mapping file's own, or one beside it, by custom "src". The
// first target that exists counts.
func (m *Map) mapped(member string) (string, bool) {
	for _, mp := range m.mappings {
		for _, target := range mp.targets(member) {
			for _, base := range []string{path.Join(m.folder, "src"), m.folder} {
				if to, ok := inside(path.Join(base, target)); ok && m.exists(to) {
					return to, true
				}
			}
		}
	}
	return "", false
}

// inside cleans a path and reports whether it stays inside the repository.
func inside(p string) (string, bool) {
	p = path.Clean(strings.ReplaceAll(p, `\`, "/"))
	if p == "." || p == ".." || strings.HasPrefix(p, "../") || path.IsAbs(p) || strings.Contains(p, ":") {
		return "", false
	}
	return p, true
}

func fold(s string) string { return strings.ToLower(strings.ReplaceAll(s, `\`, "/")) }
