package ruletest

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/rules/rule"
)

// A block is one fenced block of a page.
type block struct {
	language string
	options  []string // what follows the language after commas
	name     string   // of the member that the block is; empty for a block that is only shown
	text     string
	from, to int // the text's offsets in the page
}

// A section is what stands under one second-level heading.
type section struct {
	heading string
	blocks  []block
	empty   bool
}

// A page is a rule's page taken apart.
type page struct {
	title    string
	summary  string // the lines between the title and the first heading
	sections []section
}

const output = "output"

// parsePage takes a page apart. It fails where a fence is never closed.
func parsePage(text string) (*page, error) {
	p := new(page)
	var fence string // of the open block
	var b block
	offset := 0
	for line := range strings.Lines(text) {
		start := offset
		offset += len(line)
		trimmed := strings.TrimRight(line, "\r\n")
		switch {
		case fence != "" && trimmed == fence:
			b.to, fence = start, ""
			b.text = text[b.from:b.to]
			p.last().blocks = append(p.last().blocks, b)
		case fence != "":
		case strings.HasPrefix(trimmed, "```"):
			fence, b = openBlock(trimmed)
			b.from = offset
			p.last().empty = false
		default:
			p.prose(trimmed)
		}
	}
	if fence != "" {
		return nil, fmt.Errorf("the block that begins at offset %d is never closed", b.from)
	}
	return p, nil
}

// last returns the section that lines belong to; before the first heading it is
// one that nobody sees.
func (p *page) last() *section {
	if len(p.sections) == 0 {
		return new(section)
	}
	return &p.sections[len(p.sections)-1]
}

func (p *page) prose(line string) {
	title, isTitle := strings.CutPrefix(line, "# ")
	heading, isHeading := strings.CutPrefix(line, "## ")
	switch {
	case isTitle && p.title == "":
		p.title = title
	case isHeading:
		p.sections = append(p.sections, section{heading: heading, empty: true})
	case strings.TrimSpace(line) == "":
	case len(p.sections) == 0:
		p.summary += line + "\n"
	default:
		p.last().empty = false
	}
}

// openBlock reads a fence with its info string: "```xml,bare customizations.xml".
func openBlock(line string) (fence string, b block) {
	info := strings.TrimLeft(line, "`")
	fence = line[:len(line)-len(info)]
	info, b.name, _ = strings.Cut(strings.TrimSpace(info), " ")
	words := strings.Split(info, ",")
	b.language, b.options, b.name = words[0], words[1:], strings.TrimSpace(b.name)
	return fence, b
}

// check returns what is wrong with the page of a rule.
func (p *page) check(r *rule.Rule) error {
	var errs []error
	if p.title != r.ID {
		errs = append(errs, fmt.Errorf("the title is %q, and must be the rule's id %q", p.title, r.ID))
	}
	if strings.Count(p.summary, "\n") != 1 || !strings.HasSuffix(p.summary, ".\n") {
		errs = append(errs, fmt.Errorf("one line that ends in a full stop must follow the title, not %q", p.summary))
	}
	var headings []string
	for _, s := range p.sections {
		headings = append(headings, s.heading)
		if s.empty {
			errs = append(errs, fmt.Errorf("nothing stands under %q", s.heading))
		}
	}
	if n := len(headings); n > 0 && headings[n-1] == "Differences" {
		headings = headings[:n-1]
	}
	if !slices.Equal(headings, rule.Headings()) {
		errs = append(errs, fmt.Errorf("the headings are %q, and must be %q with \"Differences\" after them at most", headings, rule.Headings()))
	}
	return errors.Join(errs...)
}

func (p *page) section(heading string) section {
	for _, s := range p.sections {
		if s.heading == heading {
			return s
		}
	}
	return section{}
}

// incorrect returns the examples under "Incorrect": each is a run of named
// blocks and the output block after them.
func (p *page) incorrect() ([]example, error) {
	var list []example
	var x example
	for _, b := range p.section("Incorrect").blocks {
		if b.language != output {
			x.add(b)
			continue
		}
		if len(x.files) == 0 {
			return nil, errors.New("an output block follows no block that names a file")
		}
		x.want, x.from, x.to = b.text, b.from, b.to
		list = append(list, x)
		x = example{}
	}
	if len(x.files) > 0 || len(list) == 0 {
		return nil, errors.New("each example of \"Incorrect\" must end in an output block")
	}
	return list, nil
}

// correct returns the examples under "Correct": a block that names a file again
// begins the next one.
func (p *page) correct() ([]example, error) {
	var list []example
	var x example
	for _, b := range p.section("Correct").blocks {
		if b.language == output {
			return nil, errors.New("an output block stands under \"Correct\", which prints nothing")
		}
		if x.has(b.name) {
			list = append(list, x)
			x = example{}
		}
		x.add(b)
	}
	if len(x.files) == 0 {
		return nil, errors.New("no block of \"Correct\" names a file")
	}
	return append(list, x), nil
}
