package table

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeDescription = &rule.Rule{
	ID:        "table-include-description",
	Severity:  rule.Informational,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  0, // most packages have some
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeDescription,
}

// The number of columns that a message names, and of those that the finding leads
// to.
const (
	maxNamed   = 3
	maxRelated = 20
)

func runIncludeDescription(p *rule.Pass) error {
	m, manifest := customizations.Of(p.Pass), solution.Of(p.Pass)
	if manifest.Managed.Is(solution.Managed) {
		return nil // nobody can describe them here
	}
	flows := make(map[string]bool)
	for _, process := range m.Processes {
		if process.Category.Is(customizations.BusinessProcessFlow) {
			flows[strings.ToLower(process.UniqueName.Value)] = true
		}
	}
	for _, t := range m.Tables {
		name := strings.ToLower(t.Name.Value)
		if t.IsDefined() && !t.Unmodified && strings.Contains(name, "_") && !flows[name] && !strings.Contains(name, "_bpf_") {
			tellUndescribed(p, t)
		}
	}
	return nil
}

func tellUndescribed(p *rule.Pass, t *customizations.Table) {
	var bare []*customizations.Column
	own := 0
	for _, c := range t.Columns {
		if isMakers(c) {
			own++
			if !c.IsDescribed {
				bare = append(bare, c)
			}
		}
	}
	d := rule.Diagnostic{Of: t.Ref()}
	d.Pos, d.End = t.Pos(), t.End()
	switch isBare := !slices.ContainsFunc(t.Descriptions, isText); {
	case isBare && len(bare) > 0:
		d.Message = fmt.Sprintf("Table %q has no description, and none for %d of its %d columns (%s)", t.Name.Value, len(bare), own, names(bare))
	case isBare:
		d.Message = fmt.Sprintf("Table %q has no description", t.Name.Value)
	case len(bare) > 0:
		d.Message = fmt.Sprintf("Table %q has no description for %d of its %d columns (%s)", t.Name.Value, len(bare), own, names(bare))
	default:
		return
	}
	d.Message += "; tell the next maker what its name does not say"
	for _, c := range bare[:min(len(bare), maxRelated)] {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: c.Pos(), End: c.End(), Message: "Column " + c.Name.Value + " has no description"})
	}
	p.Emit(d)
}

func isText(l model.Localized) bool { return l.Value != "" }

// isMakers reports whether somebody made a column: those that the platform adds to
// a table, or to another column, it describes itself or not at all.
func isMakers(c *customizations.Column) bool {
	name := strings.ToLower(c.Name.Value)
	return c.Custom.Value && strings.Contains(name, "_") && !strings.HasPrefix(name, "bpf_") && !strings.EqualFold(c.Kind.Value, "primarykey")
}

// names quotes the first names of some columns.
func names(columns []*customizations.Column) string {
	var list []string
	for _, c := range columns[:min(len(columns), maxNamed)] {
		list = append(list, fmt.Sprintf("%q", c.Name.Value))
	}
	if len(columns) > maxNamed {
		list = append(list, "…")
	}
	return strings.Join(list, ", ")
}
