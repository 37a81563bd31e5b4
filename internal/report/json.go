package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// jsonVersion is the version of the JSON format. A key may be added without
// raising it; a key that changes its meaning or goes away raises it.
const jsonVersion = 1

// The parts of the format; docs/solcheck-report.schema.json describes them. What
// is empty is left out, but for what every reader needs.
type (
	jsonTool struct {
		Name    string `json:"name"`
		Version string `json:"version"`
	}
	jsonPackage struct {
		Path       string `json:"path"`
		Kind       string `json:"kind"`
		UniqueName string `json:"uniqueName,omitempty"`
		Version    string `json:"version,omitempty"`
		Managed    *bool  `json:"managed,omitempty"`
	}
	jsonComponent struct {
		Type string `json:"type"`
		Name string `json:"name"`
	}
	jsonFinding struct {
		Rule        string         `json:"rule"`
		Severity    string         `json:"severity"`
		Category    string         `json:"category"`
		Message     string         `json:"message"`
		Package     string         `json:"package"`
		Path        string         `json:"path,omitempty"`
		Line        int            `json:"line,omitempty"`
		Column      int            `json:"column,omitempty"`
		EndLine     int            `json:"endLine,omitempty"`
		EndColumn   int            `json:"endColumn,omitempty"`
		Component   *jsonComponent `json:"component,omitempty"`
		Module      string         `json:"module,omitempty"`
		Type        string         `json:"type,omitempty"`
		Member      string         `json:"member,omitempty"`
		Statement   string         `json:"statement,omitempty"`
		Related     []jsonRelated  `json:"related,omitempty"`
		Guidance    string         `json:"guidance,omitempty"`
		Fingerprint string         `json:"fingerprint"`
	}
	jsonRelated struct {
		Message   string `json:"message"`
		Package   string `json:"package,omitempty"`
		Path      string `json:"path,omitempty"`
		Line      int    `json:"line,omitempty"`
		Column    int    `json:"column,omitempty"`
		EndLine   int    `json:"endLine,omitempty"`
		EndColumn int    `json:"endColumn,omitempty"`
	}
	jsonNotChecked struct {
		Path   string `json:"path"`
		Reason string `json:"reason"`
	}
)

// writeJSON writes one object, each package, finding and unchecked thing on a
// line of its own.
func writeJSON(w io.Writer, r *engine.Report, o Options) error {
	j := newJSONWriter(w)
	j.raw(`{"version":`)
	j.value(jsonVersion)
	j.raw(`,"tool":`)
	j.value(jsonTool{Name, o.ToolVersion})
	j.raw(`,"packages":`)
	list(j, r.Packages, func(p *engine.Package) any {
		return jsonPackage{p.Path, string(p.Kind), p.UniqueName, p.Version, p.Managed}
	})
	j.raw(`,"findings":`)
	list(j, r.Findings, func(f *engine.Finding) any { return findingOf(f) })
	j.raw(`,"suppressed":`)
	j.value(len(r.Suppressed))
	j.raw(`,"known":`)
	j.value(len(r.Known))
	j.raw(`,"notChecked":`)
	list(j, r.NotChecked, func(n *engine.NotChecked) any { return jsonNotChecked(*n) })
	if set := thresholdsOf(r.Rules); len(set) > 0 {
		j.raw(`,"thresholds":`)
		j.value(set)
	}
	if r.Certifications != nil {
		j.raw(`,"certifications":`)
		list(j, r.Certifications, func(c *engine.Certification) any { return certificationOf(c) })
	}
	if r.Enforcement != nil {
		j.raw(`,"enforcement":`)
		j.value(enforcementOf(r.Enforcement))
	}
	j.raw("}\n")
	return j.flush()
}

// thresholdsOf returns the limits that are not the default, by rule id.
func thresholdsOf(rules []*rule.Rule) map[string]int {
	set := make(map[string]int)
	for _, r := range rules {
		if r.Limit != nil && r.Limit.IsChanged() {
			set[r.ID] = r.Limit.Value()
		}
	}
	return set
}

func findingOf(f *engine.Finding) jsonFinding {
	out := jsonFinding{
		Rule:        f.Rule.ID,
		Severity:    f.Severity.String(),
		Category:    f.Rule.Category.String(),
		Message:     f.Message,
		Package:     f.Package,
		Path:        f.Path,
		Line:        f.Region.Line,
		Column:      f.Region.Column,
		EndLine:     f.Region.EndLine,
		EndColumn:   f.Region.EndColumn,
		Module:      f.Module,
		Type:        f.Type,
		Member:      f.Member,
		Statement:   f.Statement,
		Guidance:    f.Rule.Guidance,
		Fingerprint: f.Fingerprint,
	}
	if !f.Of.IsZero() {
		out.Component = &jsonComponent{f.Of.Type.String(), f.Of.Name}
	}
	for _, r := range f.Related {
		at := r.Region
		out.Related = append(out.Related, jsonRelated{r.Message, r.Package, r.Path, at.Line, at.Column, at.EndLine, at.EndColumn})
	}
	return out
}

// A jsonWriter writes values one after the other and keeps the first error.
type jsonWriter struct {
	out  *bufio.Writer
	part bytes.Buffer
	enc  *json.Encoder // into part
	err  error
}

func newJSONWriter(w io.Writer) *jsonWriter {
	j := &jsonWriter{out: bufio.NewWriterSize(w, 1<<16)}
	j.enc = json.NewEncoder(&j.part)
	j.enc.SetEscapeHTML(false)
	return j
}

func (j *jsonWriter) raw(s string) {
	if j.err == nil {
		_, j.err = j.out.WriteString(s)
	}
}

func (j *jsonWriter) value(v any) {
	if j.err != nil {
		return
	}
	j.part.Reset()
	if j.err = j.enc.Encode(v); j.err == nil {
		_, j.err = j.out.Write(bytes.TrimSuffix(j.part.Bytes(), []byte{'\n'}))
	}
}

func (j *jsonWriter) flush() error {
	if j.err != nil {
		return j.err
	}
	return j.out.Flush()
}

// list writes an array, an element a line.
func list[T any](j *jsonWriter, elements []T, form func(*T) any) {
	j.raw("[")
	for i := range elements {
		if i > 0 {
			j.raw(",")
		}
		j.raw("\n")
		j.value(form(&elements[i]))
	}
	if len(elements) > 0 {
		j.raw("\n")
	}
	j.raw("]")
}
