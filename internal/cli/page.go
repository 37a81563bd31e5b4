package cli

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// The escape sequences of the page.
const (
	bold  = "\x1b[1m"
	cyan  = "\x1b[36m"
	faint = "\x1b[2m"
	reset = "\x1b[0m"
)

// A page sets a rule's page for a terminal: headings bold, code indented, prose
// wrapped. It knows the Markdown that rule pages use and no more: headings,
// fenced code, lists, tables as they stand, code spans and links.
type page struct {
	width   int
	colored bool

	out       strings.Builder
	paragraph []string
}

// render returns the page with the facts under its summary.
func (p *page) render(markdown string, facts []string) string {
	fence := ""
	for line := range strings.Lines(markdown) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case fence != "" && strings.TrimRight(line, " ") == fence:
			fence = ""
		case fence != "":
			p.code(line)
		case strings.HasPrefix(line, "```"):
			p.flush()
			fence = line[:len(line)-len(strings.TrimLeft(line, "`"))]
			p.caption(line[len(fence):])
		case strings.HasPrefix(line, "# "):
			p.heading(line[2:])
		case strings.HasPrefix(line, "## "):
			p.flush()
			p.facts(facts)
			facts = nil
			p.heading(line[3:])
		default:
			p.prose(line)
		}
	}
	p.flush()
	p.facts(facts)
	return p.out.String()
}

func (p *page) heading(text string) {
	p.flush()
	p.out.WriteString(p.styled(bold, p.plain(text)) + "\n")
}

func (p *page) facts(list []string) {
	if len(list) > 0 {
		p.out.WriteString(strings.Join(list, "\n") + "\n\n")
	}
}

// caption shows the file name that a block of code is given: the last word of
// what follows the fence.
func (p *page) caption(info string) {
	if words := strings.Fields(info); len(words) > 1 {
		p.out.WriteString("    " + p.styled(faint, words[len(words)-1]+":") + "\n")
	}
}

func (p *page) code(line string) {
	if line != "" {
		p.out.WriteString("    " + line)
	}
	p.out.WriteByte('\n')
}

// prose gathers the lines of a paragraph. A list item begins a new one, and rows
// of tables stay as they are.
func (p *page) prose(line string) {
	trimmed := strings.TrimSpace(line)
	switch {
	case trimmed == "":
		p.flush()
		if s := p.out.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
			p.out.WriteByte('\n')
		}
	case strings.HasPrefix(trimmed, "|"):
		p.flush()
		p.out.WriteString(line + "\n")
	case bullet(line) > 0:
		p.flush()
		p.paragraph = append(p.paragraph, line)
	default:
		p.paragraph = append(p.paragraph, line)
	}
}

// bullet returns how wide the mark of a list item is with the blanks before and
// after it, 0 for a line that is none.
func bullet(line string) int {
	body := strings.TrimLeft(line, " ")
	indent := len(line) - len(body)
	if strings.HasPrefix(body, "- ") || strings.HasPrefix(body, "* ") {
		return indent + 2
	}
	digits := len(body) - len(strings.TrimLeft(body, "0123456789"))
	if digits > 0 && strings.HasPrefix(body[digits:], ". ") {
		return indent + digits + 2
	}
	return 0
}

// flush writes the gathered paragraph, wrapped, with the lines of a list item
// aligned under its first word.
func (p *page) flush() {
	if len(p.paragraph) == 0 {
		return
	}
	first := p.paragraph[0]
	mark := bullet(first)
	hanging := strings.Repeat(" ", mark)
	p.out.WriteString(first[:mark])
	column, written := mark, false
	text := strings.Join(append([]string{first[mark:]}, p.paragraph[1:]...), " ")
	for _, word := range wordPattern().FindAllString(text, -1) {
		wide := utf8.RuneCountInString(p.plain(word))
		switch {
		case !written:
		case column+1+wide > p.width:
			p.out.WriteString("\n" + hanging)
			column = mark
		default:
			p.out.WriteByte(' ')
			column++
		}
		p.out.WriteString(p.inline(word))
		column, written = column+wide, true
	}
	p.out.WriteByte('\n')
	p.paragraph = nil
}

var (
	// wordPattern is a word of prose: code spans and links are not broken.
	wordPattern = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile("(?:`[^`]*`|\\[[^\\]]*\\]\\([^)\\s]*\\)|\\S)+")
	})
	spanPattern = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile("`[^`]*`|\\[[^\\]]*\\]\\([^)\\s]*\\)|\\*\\*[^*]+\\*\\*")
	})
)

// inline returns a word with its code spans, links and strong text shown.
func (p *page) inline(word string) string {
	return spanPattern().ReplaceAllStringFunc(word, func(span string) string {
		switch span[0] {
		case '`':
			if p.colored {
				return p.styled(cyan, strings.Trim(span, "`"))
			}
			return span
		case '[':
			label, target, _ := strings.Cut(span[1:len(span)-1], "](")
			return label + " (" + target + ")"
		}
		return p.styled(bold, strings.Trim(span, "*"))
	})
}

// plain returns the word as wide as it is shown.
func (p *page) plain(word string) string {
	q := page{}
	if p.colored {
		word = strings.ReplaceAll(word, "`", "")
	}
	return q.inline(word)
}

func (p *page) styled(style, text string) string {
	if !p.colored {
		return text
	}
	return style + text + reset
}
