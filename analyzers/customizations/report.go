package customizations

import (
	"errors"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// A Report is a report.
type Report struct {
	Component
	Kind              model.Int // reporttypecode: 1 RDL, 2 other, 3 link
	File              Reference
	FileName          model.Text // filename: what it was called when it was made
	URL               model.Text // bodyurl: of a link
	MIMEType          model.Text
	Description       model.Text
	Language          model.Int    // LCID
	Categories        []model.Text // numbers
	Visibilities      []model.Int  // where it shows: 1 reports, 2 forms, 3 lists
	Tables            []model.Text // that it shows with: ReportEntity
	DefaultFilter     model.Range  // what it starts with
	IsCustom          model.Flag   // iscustomreport
	IsCustomizable    model.Flag
	CreatedIn         model.Text // createdinmajorversion
	IntroducedVersion model.Text
	// Providers are the data providers of its definition: "MSCRMFETCH", "SQL".
	Providers []model.Text
	// Queries are the FetchXML queries of its definition's data sets.
	Queries []*fetchxml.Query
}

// Title says in words which report is meant.
func (r *Report) Title() string { return `report "` + r.Ref().Name + `"` }

func (r *reader) report(n xmltree.Node) {
	p := &Report{
		Kind:              r.int(n, "reporttypecode"),
		FileName:          r.Text(n, "filename"),
		URL:               r.Text(n, "bodyurl"),
		MIMEType:          r.Text(n, "mimetype"),
		Description:       r.Text(n, "description"),
		Language:          r.int(n, "languagecode"),
		DefaultFilter:     r.Content(n.Child("defaultfilter")),
		IsCustom:          r.flag(n, "iscustomreport"),
		IsCustomizable:    r.flag(n, "iscustomizable"),
		CreatedIn:         r.Text(n, "createdinmajorversion"),
		IntroducedVersion: r.Text(n, "IntroducedVersion"),
	}
	r.component(&p.Component, n, component.Report, r.named(n, "name", "Name"), r.named(n, "reportid", "ReportId"))
	r.refer(&p.File, &p.Component, r.named(n, "FileName", "ExportedFileName"))
	for c := range r.list(n, "ReportCategories", "ReportCategory") {
		p.Categories = append(p.Categories, r.Text(c))
	}
	for c := range r.list(n, "ReportVisibilities", "ReportVisbility") {
		p.Visibilities = append(p.Visibilities, r.int(c))
	}
	for c := range r.list(n, "ReportEntities", "ReportEntity") {
		p.Tables = append(p.Tables, r.Text(c))
	}
	r.queriesIn(n.Child("defaultfilter"), &p.Component)
	r.m.Reports = append(r.m.Reports, p)
}

// maxReport is the size, in bytes, up to which the definition of a report is
// read.
const maxReport = 16 << 20

// readReports reads from the definition of each report (RDL) where its data come
// from and what it asks for.
func (r *reader) readReports() {
	read := make(map[string]bool) // what two reports share is the first one's
	for _, p := range r.m.Reports {
		member := p.File.Member
		if p.File.Exists() && !read[member] && strings.EqualFold(member[max(0, len(member)-4):], ".rdl") {
			read[member] = true
			r.definition(p)
		}
	}
}

// definition reads the definition of a report. One that is broken says nothing;
// it is no part of the solution's own XML.
func (r *reader) definition(p *Report) {
	file, err := r.files.Open(p.File.Member)
	if err != nil || len(file.Text) > maxReport {
		return
	}
	doc, err := xmltree.Parse(file.Text)
	if err != nil {
		return
	}
	leaf := leaves.NewReader(file)
	for n := range doc.Root().Below() {
		switch {
		case n.Tag() == "DataProvider" && r.detail(n):
			p.Providers = append(p.Providers, leaf.Text(n))
		case n.Tag() == "CommandText" && isFetch(n.Text()) && r.detail(n):
			r.reportQuery(p, file, n)
		}
	}
}

// reportQuery reads a query of a report, which stands in the definition as
// escaped text.
func (r *reader) reportQuery(p *Report, file *source.File, n xmltree.Node) {
	span := n.Content()
	text := fetchxml.Unescape(string(file.Text[span.Start:span.End]), file.Pos(span.Start))
	q, err := fetchxml.Parse(text)
	if bad := (*fetchxml.Error)(nil); errors.As(err, &bad) {
		r.m.Problems = append(r.m.Problems, unit.Problem{
			Member: p.File.Member, Pos: bad.Pos, Message: "a query of " + p.Title() + " cannot be read: " + bad.Message,
		})
		return
	}
	if r.holds(n, q) {
		p.Queries = append(p.Queries, q)
	}
}

// isFetch reports whether a command is a query in FetchXML. Others are SQL, the
// name of a procedure, or an expression that begins with "=" and gives the query
// only when the report runs.
func isFetch(command string) bool { return strings.HasPrefix(strings.TrimSpace(command), "<fetch") }
