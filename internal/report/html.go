package report

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// The page is one file: its style, its script and its data are in it, and its
// policy lets nothing else run or load. Whatever comes from a package gets into it
// by html/template or as JSON whose angle brackets are escaped, and the script
// never makes HTML of text.
//
//go:embed page
var pageFiles embed.FS

// pageTemplate is read at the first use.
var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{"grouped": grouped}).ParseFS(pageFiles, "page/*.tmpl"))
})

// A htmlPage is what the templates show.
type htmlPage struct {
	Title      string
	Heading    string
	About      []string // sentences under the heading
	Style      template.CSS
	Script     template.JS
	Policy     string
	Severities []severityRow
	Categories []categoryRow
	Sections   []htmlSection
	Rules      []ruleText
	Version    string
}

// writeHTML writes the page: what is read without a script, then the findings as
// data, one at a time, then the script that shows them.
func writeHTML(w io.Writer, r *engine.Report, o Options) error {
	style, script := pageFile("page/report.css"), pageFile("page/model.js")+pageFile("page/tree.js")+pageFile("page/report.js")
	d := newHTMLData(w, r, o)
	page := htmlPage{
		Title:      title(r),
		Heading:    heading(r),
		About:      aboutRun(r),
		Style:      template.CSS(style), //nolint:gosec // G203: embedded, ours
		Script:     template.JS(script), //nolint:gosec // G203: embedded, ours
		Policy:     policy(style, script),
		Severities: severityRows(r),
		Categories: categoryRows(r),
		Sections:   sections(r),
		Rules:      ruleTexts(d.rules.list),
		Version:    o.ToolVersion,
	}
	if err := pageTemplate().ExecuteTemplate(w, "head.tmpl", page); err != nil {
		return err
	}
	if err := d.write(); err != nil {
		return err
	}
	return pageTemplate().ExecuteTemplate(w, "tail.tmpl", page)
}

// pageFile returns an embedded file.
func pageFile(name string) string {
	b, err := pageFiles.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded
	}
	return string(b)
}

// policy lets the page's own style and script work, and nothing else.
func policy(style, script string) string {
	return "default-src 'none'; style-src '" + digest(style) + "'; script-src '" + digest(script) +
		"'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

func title(r *engine.Report) string {
	if name := soleName(r); name != "" {
		return name + " - solcheck"
	}
	return "solcheck report"
}

// soleName returns the path of the only outermost package, empty where there are
// several.
func soleName(r *engine.Report) string {
	name, n := "", 0
	for i := range r.Packages {
		if p := &r.Packages[i]; !isInner(p) {
			name = visible(strings.TrimPrefix(p.Path, baseFolder(r)))
			n++
		}
	}
	if n != 1 {
		return ""
	}
	return name
}

func heading(r *engine.Report) string {
	if len(r.Findings) == 0 {
		return "Nothing found"
	}
	if len(r.Findings) == 1 {
		return "1 finding"
	}
	return grouped(len(r.Findings)) + " findings"
}

// grouped returns a number with its thousands parted, as the page's script writes
// numbers.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// aboutRun says what was checked and what is not among the findings.
func aboutRun(r *engine.Report) []string {
	what := "In " + count(len(r.Packages), "package")
	if len(r.Packages) == 1 {
		what = "In " + soleName(r) + " " + visible(describe(&r.Packages[0]))
	} else if name := soleName(r); name != "" {
		what = "In " + name + " and " + count(len(r.Packages)-1, "package") + " inside it"
	}
	list := []string{what + ", checked by " + count(len(r.Rules), "rule") + "."}
	if base := baseFolder(r); base != "" {
		list = append(list, "Paths are below "+visible(base)+".")
	}
	if n := len(r.NotChecked); n > 0 {
		list = append(list, count(n, "thing")+" could not be checked and may hold more.")
	}
	if n := len(r.Suppressed); n > 0 {
		list = append(list, count(n, "finding")+" suppressed.")
	}
	if n := len(r.Known); n > 0 {
		list = append(list, count(n, "finding")+" known from the baseline.")
	}
	return list
}

// A severityRow counts the findings of a severity.
type severityRow struct {
	Name  string
	Class string // of its colour
	Count int
	Share float64 // of the most frequent severity, in percent
}

func severityRows(r *engine.Report) []severityRow {
	counts := make(map[rule.Severity]int)
	most := 1
	for i := range r.Findings {
		s := r.Findings[i].Severity
		counts[s]++
		most = max(most, counts[s])
	}
	var rows []severityRow
	for _, s := range rule.Severities() {
		rows = append(rows, severityRow{s.String(), slug(s.String()), counts[s], 100 * float64(counts[s]) / float64(most)})
	}
	return rows
}

// A categoryRow counts the findings of a category by severity.
type categoryRow struct {
	Name  string
	Count int
	Cells []severityRow
	Bars  []bar
}

// A bar is a part of a small chart, in percent of its width.
type bar struct {
	Class    string
	X, Width float64
}

// categoryRows returns the categories that have findings, in Microsoft's order.
// Their bars are to one scale.
func categoryRows(r *engine.Report) []categoryRow {
	counts := make(map[rule.Category]map[rule.Severity]int)
	totals := make(map[rule.Category]int)
	most := 1
	for i := range r.Findings {
		f := &r.Findings[i]
		c := f.Rule.Category
		if counts[c] == nil {
			counts[c] = make(map[rule.Severity]int)
		}
		counts[c][f.Severity]++
		totals[c]++
		most = max(most, totals[c])
	}
	var rows []categoryRow
	for _, c := range rule.Categories() {
		if totals[c] == 0 {
			continue
		}
		row := categoryRow{Name: c.String(), Count: totals[c]}
		x := 0.0
		for _, s := range rule.Severities() {
			n := counts[c][s]
			row.Cells = append(row.Cells, severityRow{Name: s.String(), Class: slug(s.String()), Count: n})
			width := 100 * float64(n) / float64(most)
			if n > 0 {
				row.Bars = append(row.Bars, bar{slug(s.String()), x, width})
			}
			x += width
		}
		rows = append(rows, row)
	}
	return rows
}
