package cli

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const samplePage = "# meta-sample\n\nA `step` does **nothing**.\n\n## Why\n\n" +
	"It runs for every row, and [the guidance](https://example.com/a b) says\nso too; see [here](https://example.com/page).\n\n" +
	"- one point that is long enough to go on\n  in the next line\n- another\n  1. nested\n\n" +
	"| a | b |\n|---|---|\n| 1 | 2 |\n\n## Incorrect\n\n```xml customizations.xml\n<a>\n\n  # no heading\n</a>\n```\n" +
	"````text\n```\n````\n\n## Correct\n"

func TestPagePlain(t *testing.T) {
	t.Parallel()
	p := page{width: 30}
	want := `meta-sample

A ` + "`step`" + ` does nothing.

Severity:  High

Why

It runs for every row, and
[the
guidance](https://example.com/a
b) says so too; see
here (https://example.com/page).

- one point that is long
  enough to go on in the next
  line
- another
  1. nested

| a | b |
|---|---|
| 1 | 2 |

Incorrect

    customizations.xml:
    <a>

      # no heading
    </a>
    ` + "```" + `

Correct
`
	if diff := cmp.Diff(want, p.render(samplePage, []string{"Severity:  High"})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestPageColored(t *testing.T) {
	t.Parallel()
	p := page{width: 80, colored: true}
	got := p.render("# a `b`\n\nTo `c d` and **e**.\n\n```js x.js\nf\n```\n", nil)
	want := bold + "a b" + reset + "\n\nTo " + cyan + "c d" + reset + " and " + bold + "e" + reset + ".\n\n    " + faint + "x.js:" + reset + "\n    f\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func FuzzPage(f *testing.F) {
	f.Add(samplePage, 20)
	f.Add("- `a\n```\n1. b", 0)
	f.Fuzz(func(t *testing.T, text string, width int) {
		p := page{width: width, colored: len(text)%2 == 0}
		got := p.render(text, []string{"fact"})
		if !strings.Contains(got, "fact") {
			t.Error("the facts are lost")
		}
	})
}
