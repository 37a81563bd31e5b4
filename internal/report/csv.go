package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
)

// csvColumns are the twelve columns of the list of findings that the solution
// checker of Power Apps offers as a spreadsheet, in its order.
func csvColumns() []string {
	return []string{
		"Issue", "Category", "Severity", "Guidance", "Component", "Location",
		"Line #", "Module", "Type", "Member", "Statement", "Comments",
	}
}

// byteOrderMark tells Excel that a file is UTF-8; without it Excel takes the code
// page of its machine.
const byteOrderMark = "\uFEFF"

// writeCSV writes a row for each finding, as RFC 4180 has it.
func writeCSV(w io.Writer, r *engine.Report, o Options) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	table := csv.NewWriter(w)
	table.UseCRLF = true
	if err := table.Write(csvColumns()); err != nil {
		return err
	}
	for i := range r.Findings {
		if err := table.Write(csvRow(&r.Findings[i], o)); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

func csvRow(f *engine.Finding, o Options) []string {
	row := []string{
		f.Rule.ID, f.Rule.Category.String(), f.Severity.String(), f.Rule.Guidance, "", o.location(f.Place),
		"", f.Module, f.Type, f.Member, f.Statement, f.Message,
	}
	if !f.Of.IsZero() {
		row[4] = named(f.Of)
	}
	if f.Region.Line > 0 {
		row[6] = strconv.Itoa(f.Region.Line)
	}
	for i := range row {
		row[i] = inert(visible(row[i]))
	}
	return row
}

// inert returns the text of a cell in a form that no spreadsheet takes for a
// formula: names come from packages, and packages come from anybody.
func inert(cell string) string {
	if cell != "" && strings.IndexByte("=+-@", cell[0]) >= 0 {
		return "'" + cell
	}
	return cell
}
