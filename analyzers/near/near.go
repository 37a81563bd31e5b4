// Package near finds the names that a mistyped one may have meant.
package near

import (
	"slices"
	"strconv"
	"strings"
)

// maxLength bounds the words that are compared: what is longer was never a
// name.
const maxLength = 100

// Names returns those of the known names that are nearest to word, best first
// and at most three, case ignored. Farther than a third of the word's length no
// name is near.
func Names(word string, known []string) []string {
	if word == "" || len(word) > maxLength {
		return nil
	}
	word = strings.ToLower(word)
	type candidate struct {
		name     string
		distance int
	}
	var list []candidate
	limit := max(1, len(word)/3)
	for _, name := range known {
		d := Distance(word, strings.ToLower(name))
		if len(word) > 2 && strings.Contains(name, word) {
			d = min(d, 1)
		}
		if d <= limit {
			list = append(list, candidate{name, d})
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return a.distance - b.distance })
	names := make([]string, 0, 3)
	for _, c := range list[:min(3, len(list))] {
		names = append(names, c.name)
	}
	return names
}

// Hint returns `; did you mean "x" or "y"?`, or nothing where no name is near.
func Hint(word string, known []string) string {
	names := Names(word, known)
	if len(names) == 0 {
		return ""
	}
	for i, n := range names {
		names[i] = strconv.Quote(n)
	}
	return "; did you mean " + strings.Join(names, " or ") + "?"
}

// Distance returns how many bytes must be put in, taken out, changed or swapped
// with their neighbour to make b of a.
func Distance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
