package rule

import (
	"strconv"
	"strings"
)

// Quote puts a name into quotes, as messages do. A backslash in it stays one.
func Quote(name string) string {
	return strings.ReplaceAll(strconv.Quote(name), `\\`, `\`)
}

// Quoted lists names in quotes: "a", "b" and "c". Of many it tells the first few.
func Quoted(names []string) string {
	const most = 5
	var parts []string
	for _, name := range names {
		parts = append(parts, Quote(name))
	}
	if more := len(parts) - most; more > 1 {
		parts = append(parts[:most], strconv.Itoa(more)+" more")
	}
	return Listed(parts)
}

// Listed joins words as a sentence does: a, b and c.
func Listed(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
