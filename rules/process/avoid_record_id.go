package process

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/xaml"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRecordID = &rule.Rule{
	ID:        "process-avoid-record-id",
	Severity:  rule.Medium,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{xaml.Analyzer},
	Run:       runAvoidRecordID,
}

func runAvoidRecordID(p *rule.Pass) error {
	for _, d := range xaml.Of(p.Pass).Definitions {
		if d.Process.Unmodified {
			continue
		}
		rows := rowsOf(d)
		for l := range d.Literals() {
			row, used := rows[l.Result]
			if l.Kind != "Guid" || !isRowID(l.Value) || used && row.isStage() {
				continue
			}
			if used {
				p.Reportf(l, d.Process.Ref(), "Process %q names the row %q of table %q by its ID, which other environments do not have; look it up, or read it from an environment variable", d.Process.Ref().Name, row.name, row.table)
				continue
			}
			p.Reportf(l, d.Process.Ref(), "Process %q holds the ID of a row, %q, which other environments do not have; look the row up, or read it from an environment variable", d.Process.Ref().Name, l.Value)
		}
	}
	return nil
}

// A row is what a process knows of a row beside its ID.
type row struct{ table, name string }

// isStage reports whether the row is part of a business process flow: those have
// the same ID in every environment.
func (r row) isStage() bool {
	return strings.EqualFold(r.table, "processstage") || strings.EqualFold(r.table, "workflow")
}

// rowsOf returns the rows that a process refers to by the variable that holds
// their ID.
func rowsOf(d *xaml.Definition) map[string]row {
	rows := make(map[string]row)
	for l := range d.Literals() {
		if l.Kind != "EntityReference" || len(l.Words) < 2 {
			continue
		}
		for _, v := range l.Variables {
			rows[v] = row{l.Words[0], l.Words[1]}
		}
	}
	return rows
}

// isRowID reports whether a value is a GUID other than the empty one.
func isRowID(s string) bool {
	return len(s) == len("00000000-0000-0000-0000-000000000000") && strings.Trim(s, "0-") != ""
}
