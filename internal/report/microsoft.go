package report

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"path"
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// The parts of a log in the shape of Microsoft's checker service, measured on a
// file of 2021 and on what scripts read of later ones. It differs from the format
// sarif: results have no level, paths begin with a slash and the name of the
// solution, severities stand in the properties.
type (
	msText struct {
		Text string `json:"text"`
	}
	msRule struct {
		ID             string            `json:"id"`
		HelpURI        string            `json:"helpUri,omitempty"`
		MessageStrings map[string]msText `json:"messageStrings,omitempty"`
		Properties     *msRuleProperties `json:"properties,omitempty"`
	}
	msRuleProperties struct {
		ComponentType   string `json:"componentType"`
		PrimaryCategory string `json:"primaryCategory"`
		msSeverity
	}
	msSeverity struct {
		OriginalSeverity string `json:"originalSeverity"`
		Severity         string `json:"severity"`
		CALevel          string `json:"caLevel"`
	}
	msResult struct {
		RuleID     string       `json:"ruleId"`
		RuleIndex  uint         `json:"ruleIndex"`
		Message    msMessage    `json:"message"`
		Locations  []msLocation `json:"locations"`
		Properties msSeverity   `json:"properties"`
	}
	msMessage struct {
		Text      string   `json:"text"`
		ID        string   `json:"id"`
		Arguments []string `json:"arguments"`
	}
	msLocation struct {
		Physical   msPhysical        `json:"physicalLocation"`
		Logical    []msLogical       `json:"logicalLocations,omitempty"`
		Properties map[string]string `json:"properties,omitempty"`
	}
	msPhysical struct {
		Artifact msArtifact `json:"artifactLocation"`
		Region   msRegion   `json:"region"`
	}
	msArtifact struct {
		URI   string `json:"uri"`
		Index *int   `json:"index,omitempty"`
	}
	msRegion struct {
		StartLine   int     `json:"startLine"`
		StartColumn int     `json:"startColumn"`
		Snippet     *msText `json:"snippet,omitempty"`
	}
	msLogical struct {
		Name string `json:"fullyQualifiedName"`
	}
	msDriver struct {
		Name            string   `json:"name"`
		Version         string   `json:"version,omitempty"`
		InformationURI  string   `json:"informationUri"`
		Rules           []msRule `json:"rules"`
		SemanticVersion string   `json:"semanticVersion,omitempty"`
	}
	msTranslation struct {
		Name  string   `json:"name"`
		Rules []msRule `json:"rules"`
	}
	msListed struct {
		Location msArtifact `json:"location"`
	}
)

const (
	msSchema = "https://schemastore.azurewebsites.net/schemas/json/sarif-2.1.0-rtm.4.json"
	msID     = "message1" // the only message that the service's rules have
	// msTemplate shows a message as it is: the arguments are its whole text.
	msTemplate = "{0}"
)

// A microsoftWriter writes one log in the shape of Microsoft's service.
type microsoftWriter struct {
	*jsonWriter
	report    *engine.Report
	options   Options
	rules     *sarifReport // for its list of rules
	artifacts []string
	index     map[string]int
	run       hash.Hash // over what was found, for the id of the run
}

func writeMicrosoft(w io.Writer, r *engine.Report, o Options) error {
	m := &microsoftWriter{jsonWriter: newJSONWriter(w), report: r, options: o, index: make(map[string]int), run: sha256.New()}
	m.rules = &sarifReport{Report: r, indexes: make(map[string]uint)}
	m.rules.listRules()
	for i := range r.Packages {
		m.artifact(m.uri(engine.Place{Package: r.Packages[i].Path, Disk: r.Packages[i].Disk}))
	}
	m.raw(`{"$schema":"` + msSchema + `","version":"2.1.0","runs":[{"tool":{"driver":`)
	driver := m.driver()
	m.value(driver)
	m.raw(`},"invocations":[{"executionSuccessful":true}],"results":`)
	list(m.jsonWriter, r.Findings, func(f *engine.Finding) any { return m.result(f) })
	m.raw(`,"artifacts":`)
	list(m.jsonWriter, m.artifacts, func(uri *string) any { return msListed{msArtifact{URI: *uri}} })
	m.raw(`,"automationDetails":{"correlationGuid":"` + m.guid() + `"},"columnKind":"utf16CodeUnits","translations":`)
	m.value([]msTranslation{translation(driver.Rules)})
	m.raw("}]}\n")
	return m.flush()
}

func (m *microsoftWriter) driver() msDriver {
	hit := make(map[*rule.Rule]bool)
	for i := range m.report.Findings {
		hit[m.report.Findings[i].Rule] = true
	}
	d := msDriver{Name: Name, Version: m.options.ToolVersion, InformationURI: Home, Rules: []msRule{}}
	if semantic.MatchString(d.Version) {
		d.SemanticVersion = d.Version
	}
	for _, r := range m.rules.listed {
		x := msRule{ID: r.ID, Properties: &msRuleProperties{
			ComponentType: string(r.Component), PrimaryCategory: pascal(slug(r.Category.String())), msSeverity: severities(r.Severity, r.Severity),
		}}
		if strings.HasPrefix(r.Guidance, "https://") {
			x.HelpURI = r.Guidance
		}
		if hit[r] {
			x.MessageStrings = map[string]msText{msID: {msTemplate}}
		}
		d.Rules = append(d.Rules, x)
	}
	return d
}

// translation returns the messages of the rules that found something, in the one
// language that there is.
func translation(rules []msRule) msTranslation {
	t := msTranslation{Name: "en-US", Rules: []msRule{}}
	for _, r := range rules {
		if r.MessageStrings != nil {
			t.Rules = append(t.Rules, msRule{ID: r.ID, MessageStrings: r.MessageStrings})
		}
	}
	return t
}

// severities returns the severity before overrides and after them. The third was
// the same as the first wherever it was seen.
func severities(original, now rule.Severity) msSeverity {
	return msSeverity{original.String(), now.String(), original.String()}
}

func (m *microsoftWriter) result(f *engine.Finding) msResult {
	_, _ = io.WriteString(m.run, f.Fingerprint) // a hash never fails
	text := unlinked(visible(f.Message))
	uri := m.uri(f.Place)
	index := m.artifact(uri)
	at := msLocation{Physical: msPhysical{
		Artifact: msArtifact{URI: uri, Index: &index},
		Region:   msRegion{StartLine: max(1, f.Region.Line), StartColumn: max(1, f.Region.Column)},
	}}
	if f.Statement != "" {
		at.Physical.Region.Snippet = &msText{f.Statement}
	}
	if name := qualifiedName(f); name != "" {
		at.Logical = []msLogical{{name}}
	} else if !f.Of.IsZero() {
		at.Logical = []msLogical{{f.Of.Name}}
	}
	for _, p := range [...]struct{ key, value string }{{"module", f.Module}, {"type", f.Type}, {"member", f.Member}} {
		if p.value == "" {
			continue
		}
		if at.Properties == nil {
			at.Properties = make(map[string]string)
		}
		at.Properties[p.key] = p.value
	}
	return msResult{
		RuleID: f.Rule.ID, RuleIndex: m.rules.indexes[f.Rule.ID],
		Message:    msMessage{text, msID, []string{text}},
		Locations:  []msLocation{at},
		Properties: severities(f.Original, f.Severity),
	}
}

// uri returns a place as the service writes it: the package's file name without
// its extension as a folder, and the member in it.
func (m *microsoftWriter) uri(p engine.Place) string {
	at := m.options.anchored(m.report, engine.Place{Package: p.Package, Path: p.Path, Disk: p.Disk})
	names := chain(at)
	if len(names) == 0 && p.Path == "" {
		return "/" + memberURI(path.Base(at.Disk))
	}
	if len(names) == 0 { // a file of an unpacked solution
		names = []string{p.Path}
		at.Disk = p.Package
	}
	base := path.Base(at.Disk)
	parts := []string{"", memberURI(strings.TrimSuffix(base, path.Ext(base)))}
	for _, name := range names {
		parts = append(parts, memberURI(name))
	}
	return strings.Join(parts, "/")
}

func (m *microsoftWriter) artifact(uri string) int {
	index, ok := m.index[uri]
	if !ok {
		index = len(m.artifacts)
		m.index[uri] = index
		m.artifacts = append(m.artifacts, uri)
	}
	return index
}

// guid returns an id of the run that is the same for the same findings, in the
// form that RFC 9562 has for hashes.
func (m *microsoftWriter) guid() string {
	b := m.run.Sum(nil)[:16]
	b[6], b[8] = b[6]&0x0F|0x50, b[8]&0x3F|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
