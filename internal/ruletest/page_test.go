package ruletest

import (
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var sample = &rule.Rule{ID: "web-use-async", Kinds: []unit.Kind{unit.Solution}}

// good is a page with nothing wrong with it. Backquotes stand in it as "'".
var good = strings.ReplaceAll(`# web-use-async

A request blocks the browser.

## Why

Because.

## Incorrect

'''js a.js
one
'''

'''output
a.js:1:1: first
'''

In words, and with a block that is only shown:

'''json
{}
'''

'''js,bare b.js
two
'''

'''xml Other/Solution.xml
<a />
'''

'''output
b.js:1:1: second
'''

## Correct

'''js a.js
## no heading
'''

'''js a.js
again
'''

'''js b.js
with it
'''

## How to fix

Do.

## Known limits

None.
`, "'''", "```")

func TestParsePage(t *testing.T) {
	p, err := parsePage(good)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.check(sample); err != nil {
		t.Error(err)
	}
	incorrect, err := p.incorrect()
	if err != nil || len(incorrect) != 2 {
		t.Fatalf("got %d incorrect examples and %v", len(incorrect), err)
	}
	second := incorrect[1]
	if got := good[second.from:second.to]; got != second.want || got != "b.js:1:1: second\n" {
		t.Errorf("the second output is %q at its place and %q", got, second.want)
	}
	if len(second.files) != 2 || second.files[0] != (file{"b.js", "two\n"}) || second.files[1].name != "Other/Solution.xml" {
		t.Errorf("the second example has the files %q", second.files)
	}
	if len(second.options) != 1 || second.options[0] != bare {
		t.Errorf("the second example has the options %q", second.options)
	}
	correct, err := p.correct()
	if err != nil || len(correct) != 2 || len(correct[1].files) != 2 {
		t.Fatalf("got the correct examples %v and %v", correct, err)
	}
	if got := correct[0].files[0].text; got != "## no heading\n" {
		t.Errorf("the first correct example is %q", got)
	}
}

func TestCheck(t *testing.T) {
	for name, tt := range map[string]struct{ old, new, want string }{
		"title":        {"# web-use-async", "# web-use-sync", "the title is"},
		"no summary":   {"A request blocks the browser.\n", "", "one line that ends in a full stop"},
		"two lines":    {"browser.", "browser.\nTruly.", "one line that ends in a full stop"},
		"no full stop": {"browser.", "browser", "one line that ends in a full stop"},
		"empty":        {"Because.\n", "", `nothing stands under "Why"`},
		"missing":      {"## Known limits\n\nNone.\n", "", "the headings are"},
		"order":        {"## Why\n\nBecause.\n\n## Incorrect", "## Incorrect\n\nx\n\n## Why", "the headings are"},
		"another":      {"None.\n", "None.\n\n## History\n\nOld.\n", "the headings are"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := parsePage(strings.Replace(good, tt.old, tt.new, 1))
			if err != nil {
				t.Fatal(err)
			}
			if err := p.check(sample); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
	p, err := parsePage(good + "\n## Differences\n\nSome.\n")
	if err != nil || p.check(sample) != nil {
		t.Errorf("differences: got %v and %v", err, p.check(sample))
	}
}

func TestExamplesRefused(t *testing.T) {
	fence := func(s string) string { return strings.ReplaceAll(s, "'''", "```") }
	for name, tt := range map[string]struct{ page, want string }{
		"never closed":  {"## Why\n\n'''js\n", "is never closed"},
		"no output":     {"## Incorrect\n\n'''js a.js\n'''\n", "must end in an output block"},
		"nothing":       {"## Incorrect\n\nWords.\n", "must end in an output block"},
		"output alone":  {"## Incorrect\n\n'''output\n'''\n", "follows no block that names a file"},
		"correct says":  {"## Incorrect\n\n'''js a.js\n'''\n'''output\n'''\n## Correct\n\n'''js a.js\n'''\n'''output\n'''\n", "prints nothing"},
		"correct empty": {"## Incorrect\n\n'''js a.js\n'''\n'''output\n'''\n## Correct\n\nWords.\n", "names a file"},
	} {
		p, err := parsePage(fence(tt.page))
		if err == nil {
			_, err = p.incorrect()
		}
		if err == nil {
			_, err = p.correct()
		}
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", name, err, tt.want)
		}
	}
}

func FuzzParsePage(f *testing.F) {
	f.Add(good)
	f.Add("## a\n```\n````\n```")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := parsePage(text)
		if err != nil {
			return
		}
		for _, s := range p.sections {
			for _, b := range s.blocks {
				if text[b.from:b.to] != b.text {
					t.Errorf("the block at %d to %d is %q", b.from, b.to, b.text)
				}
			}
		}
		_ = p.check(sample)
		_, _ = p.incorrect()
		_, _ = p.correct()
	})
}
