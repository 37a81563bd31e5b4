package secret

import (
	"strings"
	"sync"
)

// An index finds all anchors in one walk over a text: a pair of bytes leads to
// the few anchors that begin with it.
type index struct {
	patterns []pattern
	pairs    [1 << 16]uint8 // number of the bucket of two bytes in lower case; 0 for none
	buckets  [][]entry
}

// An entry is an anchor: of a pattern, or a stem of telling names.
type entry struct {
	anchor  string
	pattern int // -1 for a stem
}

// stems stand in every telling name; see names.tsv.
func stems() []string {
	return []string{"passw", "pwd", "passphrase", "secret", "key", "token"}
}

var anchors = sync.OnceValue(func() *index {
	x := &index{patterns: patterns(), buckets: make([][]entry, 1)}
	for i, p := range x.patterns {
		x.add(entry{p.anchor, i})
	}
	for _, stem := range stems() {
		x.add(entry{stem, -1})
	}
	return x
})

func (x *index) add(e entry) {
	pair := int(e.anchor[0])<<8 | int(e.anchor[1])
	if x.pairs[pair] == 0 {
		x.pairs[pair] = uint8(len(x.buckets)) //nolint:gosec // far fewer anchors than 256; a test reads the table
		x.buckets = append(x.buckets, nil)
	}
	bucket := &x.buckets[x.pairs[pair]]
	*bucket = append(*bucket, e)
}

// A scanner looks for secrets in one text.
type scanner struct {
	text  string
	index *index
	next  []int // by pattern: where it may match again
	fails []int // by pattern: how often it did not
	names int   // where the next telling name may begin
	found []Secret
}

func (s *scanner) scan() {
	x := s.index
	for i := 0; i+1 < len(s.text) && len(s.found) < maxSecrets; i++ {
		bucket := x.pairs[int(lower(s.text[i]))<<8|int(lower(s.text[i+1]))]
		if bucket == 0 {
			continue
		}
		for _, e := range x.buckets[bucket] {
			if !hasPrefixFold(s.text[i:], e.anchor) {
				continue
			}
			if e.pattern < 0 {
				s.name(i, len(e.anchor))
			} else {
				s.try(e.pattern, i)
			}
		}
	}
}

// maxForm is the number of bytes that a pattern looks at.
const maxForm = 4 << 10

// try matches a pattern whose anchor stands at offset. What it matched is not
// looked at again by the same pattern, so that the time stays linear.
func (s *scanner) try(number, offset int) {
	p := &s.index.patterns[number]
	from := offset - p.before
	if from < 0 || offset < s.next[number] || p.isWhole() && from > 0 && isWordByte(s.text[from-1]) {
		return
	}
	m := p.form().FindStringSubmatchIndex(s.text[from:min(len(s.text), from+maxForm)])
	if m == nil {
		s.fail(number, offset)
		return
	}
	s.next[number] = from + m[1]
	start, end := from+m[2], from+m[3]
	if p.accepts(s.text[start:end]) && p.fits(s.text, start, end) {
		s.found = append(s.found, Secret{Kind: p.kind, Start: start, End: end})
	}
}

// isWhole reports whether no longer word may end with the pattern.
func (p *pattern) isWhole() bool { return p.check == "word" || p.check == "random" && p.before > 3 }

// fits reports whether what stands around a secret lets it be one.
func (p *pattern) fits(text string, start, end int) bool {
	switch p.check {
	case "word":
		return end == len(text) || !isWordByte(text[end])
	case "signature":
		return !opensOneBlob(addressAround(text, start, end))
	}
	return true
}

// fail makes a pattern pause where its anchor stands closer than in any text but
// one that was made to cost time. That comes sooner for one that may look far.
func (s *scanner) fail(number, offset int) {
	usual, spared := 1000, 64
	if s.index.patterns[number].far {
		usual, spared = 100, maxForm
	}
	if s.fails[number]++; s.fails[number] > usual+offset/spared {
		s.next[number] = offset + 1<<10
	}
}

// accepts reports whether what has the format is a secret.
func (p *pattern) accepts(value string) bool {
	if isPlaceholder(value) {
		return false
	}
	switch p.check {
	case "word", "random", "signature":
		return isRandom(value)
	case "basic":
		return isCredentials(value)
	case "value":
		return !isMadeOfWords(value)
	}
	return true
}

// addressAround returns the address that a part of a text stands in.
func addressAround(text string, start, end int) string {
	const ends, longest = " \t\r\n\"'<>\\", 2 << 10
	from := max(0, start-longest)
	if i := strings.LastIndexAny(text[from:start], ends); i >= 0 {
		from += i + 1
	}
	to := min(len(text), end+longest)
	if i := strings.IndexAny(text[end:to], ends); i >= 0 {
		to = end + i
	}
	return text[from:to]
}

// opensOneBlob reports whether a signed address allows no more than to read one
// file, or what a policy kept elsewhere says. The platform's own tools put
// thousands of those into apps, for the parts of code components, and into the
// icons of connectors.
func opensOneBlob(address string) bool {
	if !strings.Contains(address, "sp=") {
		return hasParameter(address, "sr=b") || hasParameter(address, "sr=c")
	}
	return hasParameter(address, "sr=b") && (hasParameter(address, "sp=r") || hasParameter(address, "sp=rl"))
}

func hasParameter(address, parameter string) bool {
	for part := range strings.FieldsFuncSeq(address, func(r rune) bool { return strings.ContainsRune("?&;", r) }) {
		if strings.TrimSuffix(part, "amp") == parameter {
			return true
		}
	}
	return false
}

func hasPrefixFold(text, prefix string) bool {
	if len(text) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if lower(text[i]) != prefix[i] {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func isWordByte(c byte) bool {
	return isLetter(c) || isDigit(c) || c == '_'
}

func isLetter(c byte) bool { c = lower(c); return 'a' <= c && c <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isSpace reports whether c is a blank within a line, or a line's end.
func isSpace(c byte) bool { return strings.IndexByte(" \t\r\n", c) >= 0 }
