package ruletest

import (
	_ "embed"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// What is supplied to the example of a solution that lacks it.
var (
	//go:embed supply/solution.xml
	solutionXML string
	//go:embed supply/customizations.xml
	customizationsXML string
	//go:embed supply/content_types.xml
	contentTypesXML string
)

// A file is one member of an example. "!/" in its name leads into a zip.
type file struct{ name, text string }

// An example is a package and what a rule says of it.
type example struct {
	files    []file
	options  []string
	want     string
	from, to int // offsets of want in the page
}

// The options of an example.
const (
	bare   = "bare"   // nothing is supplied
	folder = "folder" // judged as a folder only
	zipped = "zip"    // judged as a zip only
	limit  = "limit=" // followed by the number that the rule's limit is set to
)

// before is the folder of an example that holds the version before of its package.
const before = "previous/"

// cutPrevious takes the members of the version before out of the example.
func (x *example) cutPrevious() example {
	earlier := example{options: x.options}
	var now []file
	for _, f := range x.files {
		if name, ok := strings.CutPrefix(f.name, before); ok {
			earlier.files = append(earlier.files, file{name, f.text})
		} else {
			now = append(now, f)
		}
	}
	x.files = now
	return earlier
}

func (x *example) add(b block) {
	if b.name != "" {
		x.files = append(x.files, file{b.name, b.member()})
		x.options = append(x.options, b.options...)
	}
}

func (x *example) has(name string) bool {
	return name != "" && slices.ContainsFunc(x.files, func(f file) bool { return f.name == name })
}

// unknownOption returns an error for an option that does not exist.
func (x *example) unknownOption() error {
	for _, o := range x.options {
		if o != bare && o != folder && o != zipped && !strings.HasPrefix(o, limit) {
			return fmt.Errorf("no option is named %q: expected bare, folder, zip or limit=N", o)
		}
	}
	return nil
}

// limited returns the rule with the limit that the example asks for.
func (x *example) limited(r *rule.Rule) (*rule.Rule, error) {
	for _, o := range x.options {
		word, ok := strings.CutPrefix(o, limit)
		if !ok {
			continue
		}
		n, err := strconv.Atoi(word)
		if err != nil {
			return nil, fmt.Errorf("the option %q: %w", o, err)
		}
		return r.WithLimit(n)
	}
	return r, nil
}

// complete supplies what the example of a solution lacks to be one.
func (x *example) complete(r *rule.Rule) {
	if slices.Contains(x.options, bare) || !x.isSolution(r) {
		return
	}
	if x.isUnpacked() {
		x.supply("Other/Solution.xml", solutionXML)
		x.supply("Other/Customizations.xml", customizationsXML)
		return
	}
	x.supply("solution.xml", solutionXML)
	x.supply("customizations.xml", customizationsXML)
	x.supply("[Content_Types].xml", contentTypesXML)
}

func (x *example) supply(name, text string) {
	if !slices.ContainsFunc(x.files, func(f file) bool { return strings.EqualFold(f.name, name) }) {
		x.files = append(x.files, file{name, text})
	}
}

// isSolution reports whether the example is one of a solution: it has one of the
// two files that make a solution, or it has no mark of any other kind and its
// rule judges every kind of unit, or solutions and no loose files.
func (x *example) isSolution(r *rule.Rule) bool {
	judges := len(r.Kinds) == 0 || r.Judges(unit.Solution) && !r.Judges(unit.Folder)
	for _, f := range x.files {
		switch strings.ToLower(f.name) {
		case "solution.xml", "customizations.xml", "other/solution.xml", "other/customizations.xml":
			return true
		}
		if isMark(f.name) {
			judges = false
		}
	}
	return judges
}

// isMark reports whether a member of that name makes its package one of another
// kind than a solution.
func isMark(name string) bool {
	base := strings.ToLower(path.Base(name))
	return strings.Contains(name, "!/") || slices.Contains([]string{
		"input.xml", "importconfig.xml", "apidefinition.swagger.json", "apidefinition.json", "canvasmanifest.json", "data_schema.xml",
	}, base)
}

func (x *example) isUnpacked() bool {
	return slices.ContainsFunc(x.files, func(f file) bool { return strings.HasPrefix(strings.ToLower(f.name), "other/") })
}

// isLoose reports whether the example is of loose files, which only a folder
// can hold.
func (x *example) isLoose(r *rule.Rule) bool {
	return !x.isSolution(r) && !slices.ContainsFunc(x.files, func(f file) bool { return isMark(f.name) })
}

// layouts returns how the example is judged. A package is judged as a zip and as
// a folder, and must be judged alike.
func (x *example) layouts(r *rule.Rule) []string {
	switch {
	case slices.Contains(x.options, zipped) || x.hasOddNames():
		return []string{zipped}
	case slices.Contains(x.options, folder) || x.isUnpacked() || x.isLoose(r):
		return []string{folder}
	}
	return []string{zipped, folder}
}

// hasOddNames reports whether no folder can hold the members: two of one name,
// or one that leads out.
func (x *example) hasOddNames() bool {
	seen := make(map[string]bool)
	for _, f := range x.files {
		key := strings.ToLower(f.name)
		if seen[key] || strings.Contains(f.name, "..") || strings.HasPrefix(f.name, "/") || strings.ContainsAny(f.name, `\:`) {
			return true
		}
		seen[key] = true
	}
	return false
}
