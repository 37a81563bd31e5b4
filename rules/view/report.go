package view

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// kinds are the units that hold queries.
func kinds() []unit.Kind { return []unit.Kind{unit.Solution, unit.Folder, unit.Deployment} }

// requires is what a rule about queries needs.
func requires() []*analysis.Analyzer {
	return []*analysis.Analyzer{query.Analyzer, customizations.Analyzer, assembly.Analyzer}
}

// reportf reports a finding at a leaf of a query. The message begins with the
// query, "The query of action "List rows"", and format is what follows.
func reportf(p *rule.Pass, q *query.Query, at analysis.Range, format string, args ...any) {
	message := "The query of " + q.Title + " " + fmt.Sprintf(format, args...)
	if q.Code == nil {
		p.Reportf(at, q.Of, "%s", message)
		return
	}
	a := q.Code.Assembly
	p.Emit(rule.Diagnostic{
		Diagnostic: analysis.Diagnostic{Pos: a.From, End: a.To, Message: message},
		Of:         q.Of,
		Module:     a.FileName(),
		Type:       q.Code.Type(),
		Member:     q.Code.Member(),
		Statement:  q.Code.Statement(at),
	})
}
