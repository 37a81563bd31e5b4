package report

import (
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/sarif"
)

// result returns a finding as a result. The level is always there, for Azure
// DevOps does not look at the rule's; the severity of five grades is in the
// properties, where Microsoft's own files have it.
func (s *sarifReport) result(f *engine.Finding) *sarif.Result {
	at := s.options.anchored(s.Report, f.Place)
	r := &sarif.Result{
		RuleID:              &f.Rule.ID,
		RuleIndex:           new(s.indexes[f.Rule.ID]),
		Level:               new(levelOf(f.Severity)),
		Message:             *message(f.Message + inMember(at)),
		Locations:           []*sarif.Location{s.location(f, at)},
		PartialFingerprints: fingerprints(f, at),
		RelatedLocations:    s.related(f, at),
		Suppressions:        suppressions(f.Suppression),
		Fixes:               fixes(f.Fixes),
		PropertyBag:         sarif.PropertyBag{Properties: properties(f)},
	}
	if f.Baseline != "" {
		r.BaselineState = new(string(f.Baseline))
	}
	return r
}

// inMember returns the end of a message that tells the place in the zip, which
// GitHub shows nowhere else.
func inMember(p engine.Place) string {
	if !isMember(p) {
		return ""
	}
	return " (in " + strings.Join(chain(p), intoZip) + lineColumn(p.Region) + ")"
}

// properties returns what VS Code lists beside a result.
func properties(f *engine.Finding) sarif.Properties {
	p := sarif.Properties{"severity": f.Severity.String(), "package": f.Package}
	if f.Original != f.Severity {
		p["originalSeverity"] = f.Original.String()
	}
	if !f.Of.IsZero() {
		p["component"] = named(f.Of)
	}
	return p
}

// location returns the primary location with its names: the member of an
// assembly or app before the component.
func (s *sarifReport) location(f *engine.Finding, at engine.Place) *sarif.Location {
	l := &sarif.Location{PhysicalLocation: s.primary(at, f.Context)}
	if name := qualifiedName(f); name != "" {
		logical := &sarif.LogicalLocation{FullyQualifiedName: &name, Kind: new("type"), Name: &f.Type}
		if f.Member != "" {
			logical.Kind, logical.Name = new("member"), &f.Member
		}
		l.LogicalLocations = append(l.LogicalLocations, logical)
	}
	if !f.Of.IsZero() {
		l.LogicalLocations = append(l.LogicalLocations, &sarif.LogicalLocation{
			FullyQualifiedName: &f.Of.Name, Kind: new(f.Of.Type.String()),
		})
	}
	for _, p := range [...]struct{ key, value string }{{"module", f.Module}, {"type", f.Type}, {"member", f.Member}} {
		if p.value == "" {
			continue
		}
		if l.Properties == nil {
			l.Properties = make(sarif.Properties)
		}
		l.Properties[p.key] = p.value
	}
	return l
}

// fingerprints returns what tells results apart from run to run. GitHub's is the
// hash of the line where a file of the repository has one. All that lies in one
// zip has the zip's first line, so there, and for whole files, the finding's own
// fingerprint takes its place.
func fingerprints(f *engine.Finding, at engine.Place) map[string]any {
	line := f.LineHash
	if line == "" || isMember(at) {
		line = f.Fingerprint + ":1"
	}
	return map[string]any{"primaryLocationLineHash": line, Name + "/v1": f.Fingerprint}
}

// related returns the place inside the zip and the other parties.
func (s *sarifReport) related(f *engine.Finding, at engine.Place) []*sarif.Location {
	var list []*sarif.Location
	add := func(p *sarif.PhysicalLocation, text string) {
		list = append(list, &sarif.Location{Id: new(uint(len(list) + 1)), PhysicalLocation: p, Message: message(text)})
	}
	if isMember(at) {
		add(s.exact(at, f.Context), shown(at)+lineColumn(at.Region))
	}
	for i := range f.Related {
		r := &f.Related[i]
		place := s.options.anchored(s.Report, r.Place)
		what := r.Message
		if what == "" || isMember(place) {
			what = strings.TrimPrefix(what+": ", ": ") + shown(place) + lineColumn(place.Region)
		}
		add(s.exact(place, engine.Context{}), what)
	}
	return list
}

func suppressions(s *engine.Suppression) []*sarif.Suppression {
	if s == nil {
		return nil
	}
	out := &sarif.Suppression{Kind: "external", Status: new("accepted"), Justification: &s.Reason}
	if s.InSource {
		out.Kind = "inSource"
	}
	if s.Owner != "" || s.Expires != "" {
		out.Properties = make(sarif.Properties)
	}
	if s.Owner != "" {
		out.Properties["owner"] = s.Owner
	}
	if s.Expires != "" {
		out.Properties["expires"] = s.Expires
	}
	return []*sarif.Suppression{out}
}

// fixes returns the fixes of files on disk.
func fixes(list []engine.Fix) []*sarif.Fix {
	var out []*sarif.Fix
	for i := range list {
		if isOnDisk(&list[i]) && isLocated(&list[i]) {
			out = append(out, fixOf(&list[i]))
		}
	}
	return out
}

// isLocated reports whether every edit has a line; SARIF's viewers know no
// offsets into decoded text.
func isLocated(fix *engine.Fix) bool {
	for i := range fix.Edits {
		if fix.Edits[i].Region.IsZero() {
			return false
		}
	}
	return true
}

// fixOf gathers the edits of each file in the order of their first ones.
func fixOf(fix *engine.Fix) *sarif.Fix {
	out := &sarif.Fix{Description: message(fix.Message)}
	changes := make(map[string]*sarif.ArtifactChange)
	for i := range fix.Edits {
		e := &fix.Edits[i]
		c := changes[e.Disk]
		if c == nil {
			c = &sarif.ArtifactChange{ArtifactLocation: *fileLocation(e.Disk)}
			changes[e.Disk] = c
			out.ArtifactChanges = append(out.ArtifactChanges, c)
		}
		r := &sarif.Replacement{DeletedRegion: *regionOf(e.Region)}
		if e.New != "" {
			r.InsertedContent = &sarif.ArtifactContent{Text: &e.New}
		}
		c.Replacements = append(c.Replacements, r)
	}
	return out
}
