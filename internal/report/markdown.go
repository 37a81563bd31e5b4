package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// What the Markdown holds at most. GitHub takes 1 MiB as a step's summary, and
// nobody reads so much.
const (
	markdownFindings   = 25
	markdownNotChecked = 10
	markdownText       = 300 // characters of one message
)

// writeMarkdown writes a short summary for a pull request or a step of a
// pipeline: the counts, the worst findings, how to fix them and what was not
// checked, the last two folded.
func writeMarkdown(w io.Writer, r *engine.Report, o Options) error {
	m := &markdownWriter{out: bufio.NewWriter(w), options: o}
	m.heading(r)
	m.findings(r)
	m.advice(r)
	m.notChecked(r.NotChecked)
	if hidden := hiddenLine(r); hidden != "" {
		m.line("\n", hidden)
	}
	return m.out.Flush()
}

type markdownWriter struct {
	out     *bufio.Writer // keeps the first error, which Flush returns
	options Options
}

func (m *markdownWriter) line(parts ...string) {
	for _, p := range parts {
		_, _ = m.out.WriteString(p) // Flush returns the first error
	}
	_ = m.out.WriteByte('\n') // likewise
}

func (m *markdownWriter) heading(r *engine.Report) {
	what := count(len(r.Packages), "package")
	if len(r.Packages) == 1 {
		what = markdown(r.Packages[0].Path) + " " + markdown(describe(&r.Packages[0]))
	}
	if len(r.Findings) == 0 {
		m.line("## solcheck: nothing found\n")
		m.line("Checked ", what, " by ", count(len(r.Rules), "rule"), ".")
		return
	}
	m.line("## solcheck: ", count(len(r.Findings), "finding"), "\n")
	m.line("In ", what, ", by ", count(len(r.Rules), "rule"), ".\n")
	counts := make(map[rule.Severity]int)
	for i := range r.Findings {
		counts[r.Findings[i].Severity]++
	}
	var names, rulers, numbers []string
	for _, s := range rule.Severities() {
		names = append(names, s.String())
		rulers = append(rulers, "---:")
		numbers = append(numbers, strconv.Itoa(counts[s]))
	}
	for _, row := range [][]string{names, rulers, numbers} {
		m.line("| ", strings.Join(row, " | "), " |")
	}
}

// findings writes the worst findings, as many as are read.
func (m *markdownWriter) findings(r *engine.Report) {
	if len(r.Findings) == 0 {
		return
	}
	m.line("\n| Severity | Rule | Finding |\n| --- | --- | --- |")
	n := 0
	for f := range worstFirst(r.Findings) {
		if n++; n > markdownFindings {
			m.line("\n**+", strconv.Itoa(len(r.Findings)-markdownFindings), " more**, none of them worse; the other formats hold them all.")
			return
		}
		at := ""
		if !isTogether(f.Place) {
			at = "<br><code>" + markdown(m.options.location(f.Place)+lineColumn(f.Region)) + "</code>"
		}
		m.line("| ", f.Severity.String(), " | ", ruleLink(f.Rule), " | ", markdown(clipped(f.Message, markdownText)), at, " |")
	}
}

// ruleLink returns the rule's id, linked to Microsoft's guidance where there is
// some.
func ruleLink(r *rule.Rule) string {
	if strings.HasPrefix(r.Guidance, "https://") {
		return "[" + markdown(r.ID) + "](" + r.Guidance + ")"
	}
	return markdown(r.ID)
}

// advice writes how to fix what the rules of the worst findings found.
func (m *markdownWriter) advice(r *engine.Report) {
	var rules []*rule.Rule
	met := make(map[*rule.Rule]bool)
	n := 0
	for f := range worstFirst(r.Findings) {
		if n++; n > markdownFindings {
			break
		}
		if !met[f.Rule] && f.Rule.Section("How to fix") != "" {
			met[f.Rule] = true
			rules = append(rules, f.Rule)
		}
	}
	if len(rules) == 0 {
		return
	}
	m.line("\n<details><summary>How to fix them</summary>\n")
	for _, x := range rules {
		m.line("#### ", x.ID, "\n\n", x.Section("How to fix"), "\n")
	}
	m.line("</details>")
}

func (m *markdownWriter) notChecked(list []engine.NotChecked) {
	if len(list) == 0 {
		return
	}
	m.line("\n<details><summary>Not checked (", strconv.Itoa(len(list)), ")</summary>\n")
	for i := range list {
		if i == markdownNotChecked {
			m.line("- and ", strconv.Itoa(len(list)-i), " more")
			break
		}
		m.line("- <code>", markdown(list[i].Path), "</code>: ", markdown(clipped(list[i].Reason, markdownText)))
	}
	m.line("\n</details>")
}

// clipped cuts text to a number of characters.
func clipped(s string, limit int) string {
	runes := []rune(s)
	if len(runes) <= limit {
		return s
	}
	return string(runes[:limit-len(ellipsis)]) + ellipsis
}

// markdown returns text of a package as Markdown that shows it and does nothing
// else: no formatting, no HTML, no link, no mention of a user. A character that
// is written as an entity is never taken for a mark.
func markdown(s string) string { return markdownMarks.Replace(visible(s)) }

var markdownMarks = func() *strings.Replacer {
	var pairs []string
	for _, c := range "&<>\"|*_`[]\\~#!$^=" {
		pairs = append(pairs, string(c), fmt.Sprintf("&#%d;", c))
	}
	return strings.NewReplacer(append(pairs,
		"@", "&#64;&#8203;", // no mention, no mail address
		"://", "&#58;//", "www.", "www&#46;", // no link
	)...)
}()
