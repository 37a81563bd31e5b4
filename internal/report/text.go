package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
)

const (
	defaultWidth = 100
	minWidth     = 40
	maxProse     = 100 // columns that prose takes at most; longer lines read badly
)

// writeText writes the report for people: the findings of each package in the
// order of their places, then the summary.
func writeText(w io.Writer, r *engine.Report, o Options) error {
	t := newTextWriter(w, o)
	t.findings(r)
	if !o.Quiet {
		t.summary(r)
	}
	t.notChecked(r.NotChecked)
	if !o.Quiet {
		t.certifications(r)
		t.enforcement(r.Enforcement)
		t.hint(r)
	}
	return t.out.Flush()
}

// A textWriter writes text; its errors are those of out, which keeps the first.
type textWriter struct {
	out     *bufio.Writer
	colored bool
	width   int
	prose   int // columns for prose
	begun   bool

	options Options
}

func newTextWriter(w io.Writer, o Options) *textWriter {
	t := &textWriter{out: bufio.NewWriterSize(w, 1<<16), colored: o.Color, width: o.Width, options: o}
	if t.width == 0 {
		t.width = defaultWidth
	}
	t.width = max(t.width, minWidth)
	t.prose = min(t.width, maxProse)
	return t
}

// paragraph begins a part that a blank line parts from what is before it.
func (t *textWriter) paragraph() {
	if t.begun {
		t.line("")
	}
	t.begun = true
}

func (t *textWriter) line(parts ...string) {
	for _, p := range parts {
		_, _ = t.out.WriteString(p) // Flush returns the first error
	}
	_ = t.out.WriteByte('\n')
}

// styled returns s, which is visible, in a style.
func (t *textWriter) styled(s style, text string) string {
	if !t.colored || s == plain || text == "" {
		return text
	}
	return string(s) + text + normal
}

func (t *textWriter) findings(r *engine.Report) {
	packages := make(map[string]*engine.Package, len(r.Packages))
	for i := range r.Packages {
		packages[r.Packages[i].Path] = &r.Packages[i]
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		if i == 0 || f.Package != r.Findings[i-1].Package {
			t.heading(f.Place, packages[f.Package], following(r.Findings[i:]))
		}
		t.finding(f)
	}
}

// following returns how many findings from the first on are in its package.
func following(findings []engine.Finding) int {
	n := 0
	for n < len(findings) && findings[n].Package == findings[0].Package {
		n++
	}
	return n
}

// heading names the package that the n findings after it are in.
func (t *textWriter) heading(at engine.Place, p *engine.Package, n int) {
	title, about := visible(at.Package), ""
	if isTogether(at) {
		title = "all packages together"
	}
	if p != nil {
		about = " " + visible(describe(p))
	}
	about += ": " + count(n, "finding")
	const lead = "== "
	t.paragraph()
	fill := t.prose - columns(lead+title+about+" ")
	if fill < 2 && p != nil {
		t.line(t.styled(faint, lead), t.styled(bold, title))
		t.line(t.styled(faint, "  "+about))
		return
	}
	t.line(t.styled(faint, lead), t.styled(bold, title), t.styled(faint, about+" "+strings.Repeat("=", max(2, fill))))
}

// describe returns what a package is: "(solution ContosoCore 1.2.0.4, managed)".
func describe(p *engine.Package) string {
	s := string(p.Kind)
	if p.UniqueName != "" {
		s += " " + p.UniqueName
	}
	if p.Version != "" {
		s += " " + p.Version
	}
	if p.Managed != nil {
		s += map[bool]string{true: ", managed", false: ", unmanaged"}[*p.Managed]
	}
	return "(" + s + ")"
}

func (t *textWriter) finding(f *engine.Finding) {
	t.paragraph()
	t.line(t.styled(styleOf(f.Severity), f.Severity.String()), "  ", t.styled(bold, f.Rule.ID))
	for _, line := range wrap(visible(f.Message), t.prose-2) {
		t.line("  ", line)
	}
	t.place(f)
	t.code(f)
	for i := range f.Related {
		t.related(&f.Related[i])
	}
	for i := range f.Fixes {
		if isOnDisk(&f.Fixes[i]) {
			t.note("= ", "fix: "+visible(f.Fixes[i].Message))
		}
	}
}

// place writes where the finding is.
func (t *textWriter) place(f *engine.Finding) {
	if !isTogether(f.Place) {
		t.line("  ", t.styled(faint, "-->"), " ", t.styled(bold, visible(t.options.location(f.Place))+lineColumn(f.Region)))
	}
	if about := about(f); about != "" {
		t.note("in ", visible(about))
	}
}

// about returns the component at fault and what of it, without what the message
// or the path says already.
func about(f *engine.Finding) string {
	var parts []string
	if !f.Of.IsZero() && !quotes(f.Message, f.Of.Name) && !strings.HasSuffix(f.Path, f.Of.Name) {
		short := f.Of
		short.Name, _, _ = strings.Cut(short.Name, ", Version=") // an assembly's full name says much of no use here
		parts = append(parts, named(short))
	}
	if name := qualifiedName(f); name != "" && !quotes(f.Message, name) {
		parts = append(parts, name)
	}
	return strings.Join(parts, ", ")
}

// quotes reports whether a message names something.
func quotes(message, name string) bool { return strings.Contains(message, `"`+name+`"`) }

// note writes a line of what else there is to say about a finding, wrapped under
// itself.
func (t *textWriter) note(label, text string) {
	for _, line := range wrap(text, t.prose-len(noteIndent)-len(label)) {
		t.line(noteIndent, t.styled(faint, label), line)
		label = strings.Repeat(" ", len(label))
	}
}

// noteIndent puts notes under the bar that stands before code.
const noteIndent = "      "

// code quotes the line and marks the region, or quotes the statement where there
// is no line.
func (t *textWriter) code(f *engine.Finding) {
	line, number := f.Statement, ""
	if i := f.Region.Line - f.Context.First; i >= 0 && i < len(f.Context.Lines) {
		line, number = f.Context.Lines[i], strconv.Itoa(f.Region.Line)
	}
	if strings.TrimSpace(line) == "" {
		return
	}
	region := f.Region
	if number == "" {
		region = engine.Region{Column: 1, EndColumn: 1}
	}
	e := excerptOf(line, f.Context.Cut, region, t.width-len(noteIndent+"| "))
	t.line(t.styled(faint, fmt.Sprintf("%*s | ", len(noteIndent)-1, number)), e.code)
	if number == "" {
		return
	}
	mark := strings.TrimLeft(e.mark, " ")
	t.line(noteIndent, t.styled(faint, "| "), e.mark[:len(e.mark)-len(mark)], t.styled(markStyle(f.Severity), mark))
}

// related writes another party to a finding.
func (t *textWriter) related(r *engine.Related) {
	path := visible(t.options.location(r.Place)) + lineColumn(r.Region)
	if r.Message == "" {
		t.note("= ", "see "+path)
		return
	}
	t.note("= ", visible(r.Message)+": "+path)
}
