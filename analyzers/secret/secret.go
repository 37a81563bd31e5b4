// Package secret finds passwords, keys and tokens in text: the one detector for
// all areas. It knows three kinds of signs: the formats of providers, in
// patterns.tsv; keys of connection strings; and values that stand under a telling
// name, such as "clientSecret", and look random. What is plainly a placeholder,
// and the published keys of emulators, are none.
//
// The time is linear in the length of the text, whatever the text is.
package secret

import (
	"cmp"
	"slices"
)

// A Secret is a place in a text where a secret stands.
type Secret struct {
	Kind       string // what it is, with its article: "an AWS access key"
	Start, End int    // byte offsets of the secret itself, without name or quotes
	named      bool   // by its name and not by its own form
}

// maxSecrets bounds what is found in one text: nobody reads more.
const maxSecrets = 200

// Find returns the secrets in a text of any language, in order and without
// overlaps.
func Find(text string) []Secret {
	x := anchors()
	s := scanner{text: text, index: x, next: make([]int, len(x.patterns)), fails: make([]int, len(x.patterns))}
	s.scan()
	return disjoint(s.found)
}

// InValue returns the secrets in a value whose name is known: a header, a default
// value, a column of configuration data. Offsets count within the value.
func InValue(name, value string) []Secret {
	if found := Find(value); len(found) > 0 {
		return found
	}
	if w, ok := telling(name); ok && looksSecret(value, w.word, false) {
		return []Secret{{Kind: w.kind, End: len(value), named: true}}
	}
	return nil
}

// IsTelling reports whether a name says that a secret stands under it:
// "clientSecret", "api-key", "SMTP password", but not "secretName".
func IsTelling(name string) bool {
	_, ok := telling(name)
	return ok
}

// disjoint sorts what was found and, where two overlap, keeps the one that was
// told by its form, else the first.
func disjoint(found []Secret) []Secret {
	var kept []Secret
	for _, named := range []bool{false, true} {
		for _, f := range found {
			overlaps := func(k Secret) bool { return f.Start < k.End && k.Start < f.End }
			if f.named == named && !slices.ContainsFunc(kept, overlaps) {
				kept = append(kept, f)
			}
		}
	}
	slices.SortFunc(kept, func(a, b Secret) int { return cmp.Compare(a.Start, b.Start) })
	return kept
}
