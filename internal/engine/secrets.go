package engine

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/solcheck/solcheck/analyzers/syntax/text"
	"github.com/solcheck/solcheck/rules/rule"
)

// minSecret is the number of bytes from which a secret is covered wherever it
// stands again: a shorter one would be found in words that are none.
const minSecret = 8

// A span is a range of bytes of a member's decoded text.
type span struct{ from, to int }

// A veil covers the secrets that the rules of a unit found in it, so that no
// finding carries one on. Nil is a veil that covers nothing.
type veil struct {
	spans map[string][]span // by the name of the token.File
	words *strings.Replacer // the secrets, for wherever else they stand
}

// secrets returns the veil over what the rules of the unit found, nil where they
// found none.
func (u *unitFindings) secrets() *veil {
	v := &veil{spans: make(map[string][]span)}
	var words []string
	for _, rl := range u.Rules {
		found, ok := u.node.result(rl.Analyzer).(*rule.Diagnostics)
		if !ok || !rl.Hides {
			continue
		}
		for _, d := range found.List {
			words = append(words, u.secret(v, d))
		}
	}
	if len(words) == 0 {
		return nil
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) }) // one may hold another
	var pairs []string
	for _, word := range slices.Compact(words) {
		if len(word) >= minSecret {
			pairs = append(pairs, word, stars(word))
		}
	}
	v.words = strings.NewReplacer(pairs...)
	return v
}

// secret remembers the place of one and returns its text, empty where the place
// has none.
func (u *unitFindings) secret(v *veil, d rule.Diagnostic) string {
	file := u.fset.File(d.Pos)
	if file == nil || !d.End.IsValid() || int(d.End) > file.Base()+file.Size() {
		return ""
	}
	s := span{file.Offset(d.Pos), file.Offset(d.End)}
	all := u.in.quote(file).lines.Text()
	if s.from >= s.to || s.to > len(all) {
		return ""
	}
	v.spans[file.Name()] = append(v.spans[file.Name()], s)
	return strings.Trim(string(all[s.from:s.to]), "\"'` \t\r\n")
}

// over covers secrets in what a finding says, and takes from it the repairs that
// would write one.
func (v *veil) over(f *Finding) {
	if v == nil {
		return
	}
	f.Message = v.words.Replace(f.Message)
	f.Statement = v.words.Replace(f.Statement)
	for i := range f.Related {
		f.Related[i].Message = v.words.Replace(f.Related[i].Message)
	}
	f.Fixes = slices.DeleteFunc(f.Fixes, func(fix Fix) bool {
		return slices.ContainsFunc(fix.Edits, func(e Edit) bool { return v.words.Replace(e.New) != e.New })
	})
}

// shown returns the text with stars over the secrets in it. Lines and columns
// stay what they are.
func (q *quotable) shown() *text.Lines {
	if q.veiled != nil {
		return q.veiled
	}
	q.veiled = q.lines
	if len(q.veils) > 0 {
		var spans []span
		for _, v := range q.veils {
			spans = append(spans, v.spans[q.name]...)
		}
		all := starred(string(q.lines.Text()), spans)
		for _, v := range q.veils {
			all = v.words.Replace(all)
		}
		q.veiled = text.NewLines([]byte(all))
	}
	return q.veiled
}

func starred(plain string, spans []span) string {
	var out strings.Builder
	done := 0
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	for _, s := range spans {
		if from := max(s.from, done); from < s.to {
			out.WriteString(plain[done:from])
			out.WriteString(stars(plain[from:s.to]))
			done = s.to
		}
	}
	out.WriteString(plain[done:])
	return out.String()
}

// stars returns as many as s has columns, with the ends of its lines.
func stars(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == '\n' || r == '\r' {
			b.WriteRune(r)
		} else {
			b.WriteString("**"[:utf16.RuneLen(r)])
		}
	}
	return b.String()
}
