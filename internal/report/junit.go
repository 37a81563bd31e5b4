package report

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
)

// writeJUnit writes a suite for each package and a case for each finding: failed
// where the finding fails the run, skipped where it does not. A package without
// findings has one case, which passed, for readers take an empty suite for a
// mistake.
func writeJUnit(w io.Writer, r *engine.Report, o Options) error {
	j := &junitWriter{out: bufio.NewWriterSize(w, 1<<16), options: o}
	suites := j.count(r)
	tests, failures := 0, 0
	for _, s := range suites {
		tests += s.tests
		failures += s.failures
	}
	j.raw(xml.Header)
	j.open("testsuites", "name", Name, "tests", strconv.Itoa(tests), "failures", strconv.Itoa(failures), "errors", "0")
	next := 0
	for _, s := range suites {
		j.suite(s, r.Findings[next:next+s.findings])
		next += s.findings
	}
	j.notChecked(r.NotChecked)
	j.raw("</testsuites>\n")
	return j.out.Flush()
}

// A junitSuite is what the head of a suite tells of the findings in it.
type junitSuite struct {
	name                      string
	findings, tests, failures int
}

type junitWriter struct {
	out     *bufio.Writer // keeps the first error, which Flush returns
	options Options
}

// count returns the suites in the order of the findings: those of all packages
// together, then each package, with findings or without.
func (j *junitWriter) count(r *engine.Report) []junitSuite {
	var suites []junitSuite
	next := 0
	take := func(name string) {
		s := junitSuite{name: name}
		for ; next < len(r.Findings) && r.Findings[next].Package == name; next++ {
			s.findings++
			if j.fails(&r.Findings[next]) {
				s.failures++
			}
		}
		s.tests = max(1, s.findings)
		suites = append(suites, s)
	}
	for i := range r.Packages {
		for next < len(r.Findings) && r.Findings[next].Package < r.Packages[i].Path {
			take(r.Findings[next].Package)
		}
		take(r.Packages[i].Path)
	}
	for next < len(r.Findings) {
		take(r.Findings[next].Package)
	}
	return suites
}

func (j *junitWriter) fails(f *engine.Finding) bool {
	return j.options.Fails == nil || j.options.Fails(f.Severity)
}

func (j *junitWriter) suite(s junitSuite, findings []engine.Finding) {
	j.open("testsuite", "name", s.name, "tests", strconv.Itoa(s.tests), "failures", strconv.Itoa(s.failures),
		"errors", "0", "skipped", strconv.Itoa(s.findings-s.failures))
	if len(findings) == 0 {
		j.open("testcase", "name", "no findings", "classname", s.name)
		j.raw("</testcase>\n")
	}
	for i := range findings {
		j.finding(&findings[i])
	}
	j.raw("</testsuite>\n")
}

func (j *junitWriter) finding(f *engine.Finding) {
	at := j.options.location(f.Place) + lineColumn(f.Region)
	j.open("testcase", "name", f.Rule.ID+" at "+at, "classname", f.Rule.ID)
	if !j.fails(f) {
		j.open("skipped", "message", f.Severity.String()+": "+f.Message)
		j.raw("</skipped></testcase>\n")
		return
	}
	j.open("failure", "type", f.Severity.String(), "message", f.Message)
	j.text(strings.Join([]string{f.Severity.String() + " " + f.Rule.ID, f.Message, at, f.Statement}, "\n"))
	j.raw("</failure></testcase>\n")
}

// notChecked writes what could not be judged as skipped cases.
func (j *junitWriter) notChecked(list []engine.NotChecked) {
	if len(list) == 0 {
		return
	}
	n := strconv.Itoa(len(list))
	j.open("testsuite", "name", "not checked", "tests", n, "failures", "0", "errors", "0", "skipped", n)
	for i := range list {
		j.open("testcase", "name", list[i].Path, "classname", "not checked")
		j.open("skipped", "message", list[i].Reason)
		j.raw("</skipped></testcase>\n")
	}
	j.raw("</testsuite>\n")
}

func (j *junitWriter) raw(s string) { _, _ = j.out.WriteString(s) } // Flush returns the first error

// open writes a start tag; the attributes are names and values in turn.
func (j *junitWriter) open(tag string, attributes ...string) {
	j.raw("<" + tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		j.raw(" " + attributes[i] + `="`)
		j.text(visible(attributes[i+1]))
		j.raw(`"`)
	}
	j.raw(">")
	if strings.HasPrefix(tag, "testsuite") {
		j.raw("\n")
	}
}

// text writes lines of text, each with nothing in it that could not be shown.
func (j *junitWriter) text(s string) {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			j.raw("\n")
		}
		_ = xml.EscapeText(j.out, []byte(visible(line))) // Flush returns the first error
	}
}
