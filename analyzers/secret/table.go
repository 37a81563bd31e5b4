package secret

import (
	_ "embed"
	"iter"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

//go:embed patterns.tsv
var patternsTSV string

//go:embed names.tsv
var namesTSV string

//go:embed placeholders.txt
var placeholdersText string

//go:embed published.txt
var publishedText string

// A pattern is the format of a secret.
type pattern struct {
	kind   string
	anchor string // must stand in it, in lower case
	before int    // bytes of the pattern that stand before the anchor
	check  string
	far    bool                  // it has no bound of its own
	form   func() *regexp.Regexp // compiled at the first use: most anchors are never met
}

// A word is the ending of a telling name.
type word struct {
	ending string
	kind   string
	word   bool // people make up what stands there
}

func patterns() (list []pattern) {
	for f := range rows(patternsTSV) {
		before, _ := strconv.Atoi(f[2]) // a test reads the table
		list = append(list, pattern{f[0], f[1], before, f[3], isUnbounded(f[4]), sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("^(?:" + f[4] + ")") })})
	}
	return list
}

func isUnbounded(form string) bool {
	return strings.Contains(form, ",}") || strings.Contains(form, "]*") || strings.Contains(form, ".*")
}

var words = sync.OnceValue(func() (list []word) {
	for f := range rows(namesTSV) {
		list = append(list, word{f[0], f[1], f[2] == "word"})
	}
	return list
})

var placeholders = sync.OnceValue(func() []string { return column(placeholdersText) })

var published = sync.OnceValue(func() []string { return column(publishedText) })

// rows returns the fields of the lines of a table, comments left out.
func rows(table string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(table) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !yield(strings.Split(line, "\t")) {
				return
			}
		}
	}
}

func column(table string) (list []string) {
	for f := range rows(table) {
		list = append(list, f[0])
	}
	return list
}
