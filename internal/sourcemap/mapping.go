package sourcemap

import (
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// A mapping is one element of a mapping file of SolutionPackager: members that
// match a pattern are read from another place.
//
// The form is described at
// https://learn.microsoft.com/power-platform/alm/solution-packager-tool.
type mapping struct {
	kind kind
	from string // pattern, slash-separated and in lower case
	to   string // slash-separated
}

type kind string

const (
	folder     kind = "Folder"     // all below one folder is below another
	fileToFile kind = "FileToFile" // a file has another path and name
	fileToPath kind = "FileToPath" // a file has another folder
)

// parseMappings reads the elements in their order.
func parseMappings(text []byte) ([]mapping, error) {
	var doc struct {
		XMLName  xml.Name `xml:""`
		Elements []struct {
			XMLName xml.Name `xml:""`
			Map     string   `xml:"map,attr"`
			To      string   `xml:"to,attr"`
		} `xml:",any"`
	}
	if err := xml.Unmarshal(text, &doc); err != nil {
		return nil, fmt.Errorf("this is no mapping file of SolutionPackager: %w", err)
	}
	if doc.XMLName.Local != "Mapping" {
		return nil, fmt.Errorf("this is no mapping file of SolutionPackager: its root is <%s> and not <Mapping>", doc.XMLName.Local)
	}
	var list []mapping
	for _, e := range doc.Elements {
		m := mapping{kind: kind(e.XMLName.Local), from: pattern(e.Map), to: strings.ReplaceAll(e.To, `\`, "/")}
		if m.kind != folder && m.kind != fileToFile && m.kind != fileToPath {
			return nil, fmt.Errorf("a mapping file has Folder, FileToFile and FileToPath, and no <%s>", e.XMLName.Local)
		}
		if m.from == "" || m.to == "" {
			return nil, fmt.Errorf("a <%s> lacks its \"map\" or its \"to\"", m.kind)
		}
		if !doublestar.ValidatePattern(m.from) {
			return nil, fmt.Errorf("the pattern %q is malformed", e.Map)
		}
		list = append(list, m)
	}
	if len(list) == 0 {
		return nil, errors.New("the mapping file maps nothing")
	}
	return list, nil
}

// pattern makes a doublestar pattern of SolutionPackager's, in which "*.*" is
// any file and a name without a folder lies in any folder.
func pattern(s string) string {
	s = strings.Trim(fold(s), "/")
	if dir, base := path.Split(s); base == "*.*" {
		s = dir + "*"
	}
	return s
}

// targets returns where a member may come from, the likeliest first.
func (m mapping) targets(member string) []string {
	folded := fold(member)
	if m.kind == folder {
		rest, ok := strings.CutPrefix(folded, m.from+"/")
		if !ok {
			return nil
		}
		return []string{m.to + "/" + member[len(member)-len(rest):]}
	}
	from := m.from
	if !strings.Contains(from, "/") {
		from = "**/" + from
	}
	if !doublestar.MatchUnvalidated(from, folded) {
		return nil
	}
	var list []string
	for _, inner := range m.between(member) {
		to := strings.ReplaceAll(m.to, "**", inner)
		if m.kind == fileToPath {
			to += "/" + path.Base(member)
		}
		list = append(list, path.Clean(to))
	}
	return list
}

// between returns what "**" of the target may stand for: the folders of the
// member below the fixed part of the pattern, and then fewer of them, because
// repositories tend to leave out the outer ones.
func (m mapping) between(member string) []string {
	if !strings.Contains(m.to, "**") {
		return []string{""}
	}
	fixed, _, _ := strings.Cut(m.from, "*")
	fixed = fixed[:strings.LastIndex(fixed, "/")+1]
	dir := path.Dir(member)
	inner := ""
	if len(dir) > len(fixed) {
		inner = dir[len(fixed):]
	}
	list := []string{inner}
	for inner != "" {
		_, inner, _ = strings.Cut(inner, "/")
		list = append(list, inner)
	}
	return list
}
