package report

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// The data of the page, which page/model.js reads. Keys are short because there
// may be many findings. What many findings share stands in tables after them and
// is named by its index.
type (
	htmlFinding struct {
		ID        string        `json:"id"`
		Rule      int           `json:"r"`
		Severity  int           `json:"s"` // 0 is the worst
		Original  string        `json:"os,omitempty"`
		Message   string        `json:"m"`
		Package   int           `json:"p"` // -1 for all together
		File      int           `json:"f"`
		At        []int         `json:"at,omitempty"` // line, column, end line, end column
		Component int           `json:"c"`            // -1 for none
		Name      string        `json:"n,omitempty"`  // type and member
		Module    string        `json:"mod,omitempty"`
		Statement string        `json:"st,omitempty"` // where there are no lines
		Code      *htmlCode     `json:"x,omitempty"`
		Related   []htmlRelated `json:"rel,omitempty"`
		Fixes     []string      `json:"fix,omitempty"`
		State     string        `json:"b,omitempty"` // new, known or suppressed
		Reason    string        `json:"why,omitempty"`
	}
	htmlCode struct {
		First int      `json:"n"`
		Cut   int      `json:"u,omitempty"`
		Lines []string `json:"l"`
	}
	htmlRelated struct {
		Message string `json:"m,omitempty"`
		Place   string `json:"at"`
	}
	htmlRule struct {
		ID        string `json:"id"`
		Category  string `json:"cat"`
		Component string `json:"comp"`
		Summary   string `json:"sum"`
		Guidance  string `json:"url,omitempty"`
	}
	htmlPackage struct {
		Path   string `json:"path"`
		About  string `json:"about"`
		Parent int    `json:"in"` // -1 for an outermost one
		Holds  []int  `json:"holds,omitempty"`
	}
	htmlComponent struct {
		Type string `json:"t"`
		Name string `json:"n"`
	}
)

// A htmlData writes the data of the page and gathers its tables.
type htmlData struct {
	*jsonWriter
	report     *engine.Report
	options    Options
	rules      table[*rule.Rule] // those that found something, sorted by id
	files      table[string]
	components table[component.Ref]
	packages   map[string]int
	ids        map[string]int // how often each fingerprint was met
	base       string         // the folder that paths are shown below, see [baseFolder]
}

// A table holds each value once, in the order in which they were added.
type table[T comparable] struct {
	list  []T
	index map[T]int
}

func (t *table[T]) add(v T) int {
	i, ok := t.index[v]
	if !ok {
		if t.index == nil {
			t.index = make(map[T]int)
		}
		i = len(t.list)
		t.index[v] = i
		t.list = append(t.list, v)
	}
	return i
}

func newHTMLData(w io.Writer, r *engine.Report, o Options) *htmlData {
	d := &htmlData{jsonWriter: newJSONWriter(w), report: r, options: o, packages: make(map[string]int), ids: make(map[string]int), base: baseFolder(r)}
	d.enc.SetEscapeHTML(true) // it stands in a page
	d.listRules()
	for i := range r.Packages {
		d.packages[r.Packages[i].Path] = i
	}
	return d
}

func (d *htmlData) listRules() {
	hit := make(map[*rule.Rule]bool)
	for _, findings := range [][]engine.Finding{d.report.Findings, d.report.Known, d.report.Suppressed} {
		for i := range findings {
			hit[findings[i].Rule] = true
		}
	}
	for _, r := range slices.SortedFunc(maps.Keys(hit), func(a, b *rule.Rule) int { return strings.Compare(a.ID, b.ID) }) {
		d.rules.add(r)
	}
}

// write writes the findings, the worst first, then those that are known, then
// those that are suppressed; then the tables.
func (d *htmlData) write() error {
	d.raw(`<script type="application/json" id="data">` + "\n" + `{"findings":[`)
	first := true
	for _, part := range []struct {
		findings []engine.Finding
		state    string
	}{{d.report.Findings, ""}, {d.report.Known, "known"}, {d.report.Suppressed, "suppressed"}} {
		for f := range worstFirst(part.findings) {
			if !first {
				d.raw(",")
			}
			first = false
			d.raw("\n")
			d.value(d.finding(f, part.state))
		}
	}
	d.raw("\n],\"rules\":")
	list(d.jsonWriter, d.rules.list, func(r **rule.Rule) any { return htmlRuleOf(*r) })
	d.raw(`,"packages":`)
	list(d.jsonWriter, d.report.Packages, func(p *engine.Package) any { return d.packageOf(p) })
	d.raw(`,"files":`)
	list(d.jsonWriter, d.files.list, func(s *string) any { return *s })
	d.raw(`,"components":`)
	list(d.jsonWriter, d.components.list, func(c *component.Ref) any { return htmlComponent{c.Type.String(), visible(c.Name)} })
	d.raw("}\n</script>\n")
	return d.flush()
}

func htmlRuleOf(r *rule.Rule) htmlRule {
	out := htmlRule{ID: r.ID, Category: r.Category.String(), Component: separate(string(r.Component)), Summary: unmarked(r.Summary())}
	if strings.HasPrefix(r.Guidance, "https://") {
		out.Guidance = r.Guidance
	}
	return out
}

func (d *htmlData) finding(f *engine.Finding, state string) htmlFinding {
	out := htmlFinding{
		ID: d.id(f), Rule: d.rules.add(f.Rule), Severity: int(rule.Critical - f.Severity), Message: visible(f.Message),
		Package: -1, File: d.files.add(visible(d.path(f.Place))), Component: -1,
		Name: visible(qualifiedName(f)), Module: visible(f.Module), State: state,
	}
	if state == "" && f.Baseline == engine.New {
		out.State = "new"
	}
	if i, ok := d.packages[f.Package]; ok {
		out.Package = i
	}
	if f.Original != f.Severity {
		out.Original = f.Original.String()
	}
	if r := f.Region; !r.IsZero() {
		out.At = []int{r.Line, r.Column, r.EndLine, r.EndColumn}
	}
	if !f.Of.IsZero() {
		out.Component = d.components.add(f.Of)
	}
	if f.Suppression != nil {
		out.Reason = visible(f.Suppression.Reason)
	}
	d.quote(&out, f)
	return out
}

// quote adds the code and the other parties. Lines stay as they are, for the
// script counts columns in them.
func (d *htmlData) quote(out *htmlFinding, f *engine.Finding) {
	if len(f.Context.Lines) > 0 {
		out.Code = &htmlCode{f.Context.First, f.Context.Cut, f.Context.Lines}
	} else {
		out.Statement = f.Statement
	}
	for i := range f.Related {
		r := &f.Related[i]
		out.Related = append(out.Related, htmlRelated{visible(r.Message), visible(d.path(r.Place)) + lineColumn(r.Region)})
	}
	for i := range f.Fixes {
		out.Fixes = append(out.Fixes, visible(f.Fixes[i].Message))
	}
}

// path returns the path of a place, or what stands for one where all packages
// together are meant.
func (d *htmlData) path(p engine.Place) string {
	if isTogether(p) {
		return "all packages together"
	}
	return strings.TrimPrefix(d.options.location(p), d.base)
}

// baseFolder returns the folder with its last slash that all packages lie in where
// they were given by absolute paths, so that the page names it once and not in every
// line. It is empty for relative paths, which are those of a repository.
func baseFolder(r *engine.Report) string {
	base := ""
	for i := range r.Packages {
		folder := r.Packages[i].Disk[:strings.LastIndexByte(r.Packages[i].Disk, '/')+1]
		if uri, isRelative := uriOf(folder); folder == "" || isRelative || uri == "" {
			return ""
		}
		if i == 0 {
			base = folder
		}
		for !strings.HasPrefix(folder, base) {
			base = base[:strings.LastIndexByte(base[:len(base)-1], '/')+1]
			if base == "" {
				return ""
			}
		}
	}
	return base
}

// id returns the fingerprint, or what tells findings of equal fingerprints apart:
// a link to a finding must lead to one.
func (d *htmlData) id(f *engine.Finding) string {
	d.ids[f.Fingerprint]++
	if n := d.ids[f.Fingerprint]; n > 1 {
		return fmt.Sprintf("%s-%d", f.Fingerprint, n)
	}
	return f.Fingerprint
}

func (d *htmlData) packageOf(p *engine.Package) htmlPackage {
	out := htmlPackage{Path: visible(strings.TrimPrefix(p.Path, d.base)), About: visible(strings.Trim(describe(p), "()")), Parent: -1}
	for path := p.Path; strings.Contains(path, intoZip) && out.Parent < 0; {
		path = path[:strings.LastIndex(path, intoZip)]
		if i, ok := d.packages[path]; ok {
			out.Parent = i
		}
	}
	for _, c := range p.Holds {
		out.Holds = append(out.Holds, d.components.add(c))
	}
	return out
}

// isInner reports whether a package lies in another.
func isInner(p *engine.Package) bool { return strings.Contains(p.Path, intoZip) }
