package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"text/template"
)

// A scaffold is the making of one rule. What it writes is in files, by their
// slash-separated paths in the repository.
type scaffold struct {
	root       string   // the repository
	importPath string   // of the catalogue
	ids        []string // of the catalogue, sorted

	files        map[string]string
	order        []string // of files
	goFile, page string
}

// A name is an id with what is made of it.
type name struct {
	ID      string // "web-use-async"
	Area    string // "web"
	Package string // "web", "packages" for the area "package"
	Import  string // of the area
	Stem    string // "use_async"
	Var     string // "useAsync"
	Run     string // "runUseAsync"
}

var idPattern = regexp.MustCompile(`^[a-z]+(-[a-z0-9]+){2,}$`)

func (s *scaffold) name(id string) (name, error) {
	if !idPattern.MatchString(id) {
		return name{}, fmt.Errorf("%q is no rule id: expected an area, a verb and a noun in lower case, such as web-use-async", id)
	}
	if slices.Contains(s.ids, id) {
		return name{}, fmt.Errorf("there is a rule %q already", id)
	}
	area, rest, _ := strings.Cut(id, "-")
	n := name{ID: id, Area: area, Package: area, Stem: strings.ReplaceAll(rest, "-", "_")}
	if area == "package" { // a keyword of Go
		n.Package = "packages"
	}
	n.Import = s.importPath + "/" + n.Package
	for i, word := range strings.Split(rest, "-") {
		capital := strings.ToUpper(word[:1]) + word[1:]
		n.Run += capital
		if i > 0 {
			word = capital
		}
		n.Var += word
	}
	n.Run = "run" + n.Run
	return n, nil
}

// begin makes the files of a rule.
func (s *scaffold) begin(id string) error {
	n, err := s.name(id)
	if err != nil {
		return err
	}
	s.files = make(map[string]string)
	folder := path.Join("rules", n.Package)
	s.goFile, s.page = path.Join(folder, n.Stem+".go"), path.Join(folder, n.Stem+".md")
	rule, page := ruleTemplate, pageTemplate
	if strings.HasPrefix(n.Stem, "limit_") {
		rule, page = limitTemplate, limitPageTemplate
	}
	if err := s.write(s.goFile, rule, n); err != nil {
		return err
	}
	if err := s.write(s.page, page, n); err != nil {
		return err
	}
	list := path.Join(folder, n.Package+".go")
	text, err := s.read(list)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s.newArea(n, folder)
	case err != nil:
		return err
	}
	return s.enlist(list, text, "Area", 1+s.before(n.Area+"-", n.ID), n.Var)
}

// before counts the ids that begin with prefix and sort before id.
func (s *scaffold) before(prefix, id string) int {
	count := 0
	for _, other := range s.ids {
		if strings.HasPrefix(other, prefix) && other < id {
			count++
		}
	}
	return count
}

// newArea makes the list of an area that is new, its test, and its place in the
// catalogue.
func (s *scaffold) newArea(n name, folder string) error {
	if err := s.write(path.Join(folder, n.Package+".go"), areaTemplate, n); err != nil {
		return err
	}
	if err := s.write(path.Join(folder, n.Package+"_test.go"), testTemplate, n); err != nil {
		return err
	}
	const catalogue = "rules/rules.go"
	text, err := s.read(catalogue)
	if err != nil {
		return err
	}
	var areas []string
	for _, id := range s.ids {
		if area, _, _ := strings.Cut(id, "-"); area < n.Area {
			areas = append(areas, area)
		}
	}
	if text, err = addImport(text, n.Import); err != nil {
		return err
	}
	return s.enlist(catalogue, text, "Concat", len(slices.Compact(areas)), n.Package+".Rules")
}

func (s *scaffold) enlist(file, text, function string, at int, argument string) error {
	text, err := addArgument(text, function, at, argument)
	if err != nil {
		return fmt.Errorf("adding the rule to %s: %w", file, err)
	}
	s.add(file, text)
	return nil
}

func (s *scaffold) add(file, text string) {
	s.files[file] = text
	s.order = append(s.order, file)
}

func (s *scaffold) read(file string) (string, error) {
	b, err := os.ReadFile(filepath.Join(s.root, filepath.FromSlash(file)))
	if err != nil {
		return "", fmt.Errorf("reading %s: %w", file, err)
	}
	return string(b), nil
}

// The templates.
var (
	//go:embed templates/rule.go.txt
	ruleTemplate string
	//go:embed templates/page.md.txt
	pageTemplate string
	//go:embed templates/limit.go.txt
	limitTemplate string // of a rule that lets so many pass and no more
	//go:embed templates/limit.md.txt
	limitPageTemplate string
	//go:embed templates/area.go.txt
	areaTemplate string
	//go:embed templates/area_test.go.txt
	testTemplate string
)

// write makes a new file; it is an error if there is one.
func (s *scaffold) write(file, text string, n name) error {
	if _, err := s.read(file); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is a file %s already", file)
	}
	t, err := template.New(file).Parse(text)
	if err != nil {
		return fmt.Errorf("making %s: %w", file, err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, n); err != nil {
		return fmt.Errorf("making %s: %w", file, err)
	}
	text = b.String()
	if path.Ext(file) == ".go" {
		if text, err = formatted(text); err != nil {
			return fmt.Errorf("making %s: %w", file, err)
		}
	}
	s.add(file, text)
	return nil
}
