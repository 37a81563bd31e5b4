package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"github.com/solcheck/solcheck/rules/rule"
)

// A style is a colour or weight of the terminal.
type style string

// The sixteen colours that every terminal has and its user has chosen.
const (
	plain  style = ""
	bold   style = "\x1b[1m"
	faint  style = "\x1b[2m"
	red    style = "\x1b[1;31m"
	yellow style = "\x1b[1;33m"
	blue   style = "\x1b[1;34m"
	cyan   style = "\x1b[1;36m"
	alarm  style = "\x1b[1;97;41m" // white on red
	normal       = "\x1b[0m"
)

// styleOf returns the style of a severity.
func styleOf(s rule.Severity) style {
	switch s {
	case rule.Critical:
		return alarm
	case rule.High:
		return red
	case rule.Medium:
		return yellow
	case rule.Low:
		return cyan
	default:
		return blue
	}
}

// markStyle returns the style of what marks code: that of the severity, but no
// coloured ground.
func markStyle(s rule.Severity) style {
	if s == rule.Critical {
		return red
	}
	return styleOf(s)
}

// visible returns s with everything replaced that a terminal would obey instead
// of show, or that would make the text read otherwise than it is: names come from
// packages, and packages come from anybody. Line ends and tabs become blanks.
func visible(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	for _, c := range s {
		switch c {
		case '\n', '\r', '\t':
			b.WriteByte(' ')
		default:
			b.WriteString(visibleRune(c))
		}
	}
	return b.String()
}

func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7F {
			return false
		}
	}
	return true
}

// visibleRune returns one character as [visible] shows it.
func visibleRune(c rune) string {
	if c == utf8.RuneError || unicode.IsGraphic(c) && c != '\u2028' && c != '\u2029' || isJoiner(c) {
		return string(c)
	}
	return fmt.Sprintf("<U+%04X>", c)
}

// isJoiner reports whether c joins or varies the characters of a script or an
// emoji: format characters that are part of honest text.
func isJoiner(c rune) bool { return c == '\u200C' || c == '\u200D' }

// columns returns how many columns a terminal gives to s, which is visible.
func columns(s string) int {
	if isPlain(s) {
		return len(s)
	}
	n := 0
	for _, c := range s {
		n += columnsOf(c)
	}
	return n
}

func columnsOf(c rune) int {
	switch {
	case c < 0x300:
		return 1
	case unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(c).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	default:
		return 1
	}
}

// wrap breaks text at blanks into lines of at most limit columns. A word that is
// longer has a line of its own.
func wrap(text string, limit int) []string {
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(text) {
		n := columns(word)
		if used > 0 && used+1+n > limit {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+n
	}
	return append(lines, line)
}

// count returns "1 package" or "3 packages".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
