package table

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitParentalCascade = &rule.Rule{
	ID:        "table-limit-parental-cascade",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/create-edit-entity-relationships",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runLimitParentalCascade,
}

// runLimitParentalCascade reports tables with two parents. Those of the platform
// have several, such as connections, and one lookup column may lead to several
// tables, each of which is a parent: customers, and what activities regard.
func runLimitParentalCascade(p *rule.Pass) error {
	first := make(map[string]*customizations.Relationship)
	for _, s := range customizations.Of(p.Pass).Relationships {
		table := strings.ToLower(s.Referencing.Value)
		if s.Unmodified || s.Column.Value == "" || !strings.Contains(table, "_") || !isParental(s) {
			continue
		}
		other := first[table]
		switch {
		case other == nil:
			first[table] = s
		case !strings.EqualFold(other.Column.Value, s.Column.Value):
			p.ReportWith(model.At(s.Column, s), s.Ref(), model.At(other.Column, other), "The other parent",
				"Relationship %q cascades from %q to %q, as %q does from %q, and the platform refuses a table with two parents; let one of the two cascade nothing",
				s.Name.Value, s.Referenced.Value, s.Referencing.Value, other.Name.Value, other.Referenced.Value)
		}
	}
	return nil
}

// isParental reports whether what is done to a row is done to the rows that
// lead to it as well, whichever of the actions it is: so Microsoft's page says.
func isParental(s *customizations.Relationship) bool {
	if strings.EqualFold(s.Delete.Value, "Cascade") {
		return true
	}
	for _, action := range []model.Text{s.Assign, s.Reparent, s.Share, s.Unshare} {
		switch strings.ToLower(action.Value) {
		case "cascade", "active", "userowned":
			return true
		}
	}
	return false
}
