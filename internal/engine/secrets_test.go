package engine_test

import (
	"bytes"
	"fmt"
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// hides makes a rule that finds words and says that they are secrets.
func hides(word string) *rule.Rule {
	r := words(word)
	r.ID, r.Hides = "web-remove-"+word, true
	return r
}

// repeats makes a rule that says a word in every way a finding can, at the first
// place where another word stands.
func repeats(word, at string) *rule.Rule {
	return one("web-avoid-repeating", func(p *rule.Pass) error {
		files := source.Of(p.Pass)
		for _, name := range files.Names() {
			f, err := files.Open(name)
			if err != nil {
				return err
			}
			i := bytes.Index(f.Text, []byte(at))
			if i < 0 {
				continue
			}
			pos, end := f.Pos(i), f.Pos(i+len(at))
			edit := func(text string) analysis.SuggestedFix {
				return analysis.SuggestedFix{Message: "Say it", TextEdits: []analysis.TextEdit{{Pos: pos, End: end, NewText: []byte(text)}}}
			}
			p.Emit(rule.Diagnostic{Statement: "it is " + word, Diagnostic: analysis.Diagnostic{
				Pos: pos, End: end, Message: "the word is " + word,
				Related:        []analysis.RelatedInformation{{Pos: pos, End: token.NoPos, Message: word + " again"}},
				SuggestedFixes: []analysis.SuggestedFix{edit(word), edit("nothing")},
			}})
		}
		return nil
	})
}

// TestSecretsAreCovered looks for a secret in all that a report says of a unit, of
// the files where it was found and of others, and for the places that stay right.
func TestSecretsAreCovered(t *testing.T) {
	const secret = "HUNTER2HUNTER2" // as words writes it
	file := "🔑 " + secret + " HERE " + strings.Repeat("x", 400) + secret + "\n" + secret + "\n"
	report, _ := check(t, map[string]string{"a.js": file, "b.html": "HERE is " + secret + "\n"}, engine.Options{
		Rules: []*rule.Rule{repeats(secret, "HERE"), hides(strings.ToLower(secret))},
	})
	if said := fmt.Sprintf("%+v", report.Findings); strings.Contains(said, secret) {
		t.Errorf("the secret is said: %s", said)
	}
	if len(report.Findings) != 5 {
		t.Fatalf("%d findings, want the three places of the secret and one of each file", len(report.Findings))
	}
	for _, f := range report.Findings {
		if f.Rule.ID != "web-avoid-repeating" {
			continue
		}
		if f.Message != "the word is "+strings.Repeat("*", len(secret)) || len(f.Fixes) != 1 || f.Fixes[0].Edits[0].New != "nothing" {
			t.Errorf("%s: %q with the repairs %v", f.Path, f.Message, f.Fixes)
		}
		line := f.Context.Lines[f.Region.Line-f.Context.First]
		if want := map[string]int{"a.js": 5 + len(secret), "b.html": 1}[f.Path]; f.Region.Column != want || !strings.Contains(line, "HERE") {
			t.Errorf("%s: column %d of %q, want %d", f.Path, f.Region.Column, line, want)
		}
	}
}

// TestShortSecrets are covered where they were found, and not in other words.
func TestShortSecrets(t *testing.T) {
	report, _ := check(t, map[string]string{"a.js": "ABC\nABCD HERE\n"}, engine.Options{Rules: []*rule.Rule{repeats("ABCDEF", "HERE"), hides("abc")}})
	var lines []string
	for _, f := range report.Findings {
		lines = append(lines, f.Message+": "+strings.Join(f.Context.Lines, "|"))
	}
	want := "do not say abc: ***; do not say abc: ***D HERE; the word is ABCDEF: ***|***D HERE|"
	if got := strings.Join(lines, "; "); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
