package customizations

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// maxReport is the size, in bytes, up to which the definition of a report is
// read.
const maxReport = 16 << 20

// readReports reads from the definition of each report (RDL) where its data come
// from.
func (r *reader) readReports() {
	for _, p := range r.m.Reports {
		if p.File.Exists() && strings.EqualFold(p.File.Member[max(0, len(p.File.Member)-4):], ".rdl") {
			p.Providers = r.dataProviders(p.File.Member)
		}
	}
}

// dataProviders returns the names of the data providers in a report's definition.
// A definition that is broken has none; it is no part of the solution's own XML.
func (r *reader) dataProviders(member string) (list []model.Text) {
	file, err := r.files.Open(member)
	if err != nil || len(file.Text) > maxReport {
		return nil
	}
	doc, err := xmltree.Parse(file.Text)
	if err != nil {
		return nil
	}
	leaf := leaves.NewReader(file)
	for n := range doc.Root().Below() {
		if n.Tag() == "DataProvider" && r.detail(n) {
			list = append(list, leaf.Text(n))
		}
	}
	return list
}
