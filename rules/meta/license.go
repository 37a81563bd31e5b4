package meta

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// A license is what one Dynamics 365 application restricts to licensed users.
type license struct {
	name  string // of the license
	table func() restrictions
}

// The two applications whose restrictions Microsoft checks.
var (
	sales        = &license{"Dynamics 365 Sales", sync.OnceValue(func() restrictions { return parseRestrictions(salesTSV) })}
	fieldService = &license{"Dynamics 365 Field Service", sync.OnceValue(func() restrictions { return parseRestrictions(fieldServiceTSV) })}
)

var (
	//go:embed license_sales.tsv
	salesTSV string
	//go:embed license_fieldservice.tsv
	fieldServiceTSV string
)

// restrictions are the rows of one table. All keys are in lower case.
type restrictions struct {
	operations map[string][]string // by table: the messages, as written
	messages   map[string]bool     // restricted on whatever table
	controls   map[string]bool
}

// parseRestrictions reads rows of kind, name and, for an operation, message.
// Lines that begin with "#" tell source and date.
func parseRestrictions(tsv string) restrictions {
	r := restrictions{make(map[string][]string), make(map[string]bool), make(map[string]bool)}
	for line := range strings.Lines(tsv) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		switch {
		case strings.HasPrefix(line, "#") || len(fields) < 2:
		case fields[0] == "operation" && len(fields) == 3:
			table := strings.ToLower(fields[1])
			r.operations[table] = append(r.operations[table], fields[2])
		case fields[0] == "message":
			r.messages[strings.ToLower(fields[1])] = true
		case fields[0] == "control":
			r.controls[strings.ToLower(fields[1])] = true
		}
	}
	return r
}

// restricts reports whether a message, on a table, needs the license.
func (r restrictions) restricts(message, table string) bool {
	return message != "" && (r.messages[strings.ToLower(message)] ||
		slices.ContainsFunc(r.operations[strings.ToLower(table)], func(m string) bool { return strings.EqualFold(m, message) }))
}

// licenseRule makes one of the six rules.
func licenseRule(id, guidance string, run func(*rule.Pass) error) *rule.Rule {
	return &rule.Rule{
		ID:        id,
		Severity:  rule.Low,
		Category:  rule.Licensing,
		Component: rule.Configuration,
		Rulesets:  rule.Microsoft,
		Guidance:  guidance,
		Kinds:     []unit.Kind{unit.Solution},
		Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
		Run:       run,
	}
}

// steps reports plug-ins that are registered for restricted messages.
func (l *license) steps(p *rule.Pass) error {
	restricted := l.table()
	for _, step := range customizations.Of(p.Pass).Steps {
		if restricted.restricts(step.Message.Name, step.Table.Value) {
			p.Reportf(placed(step.MessageID.Range, step.Range), step.Ref(), "Step %q runs on %s of %s, which only users with a license for %s may call; make sure that all users of this solution have one",
				step.Name.Value, step.Message.Name, tableOf(step), l.name)
		}
	}
	return nil
}

// tables reports the tables of the solution that have restricted operations.
func (l *license) tables(p *rule.Pass) error {
	restricted := l.table()
	for _, root := range solution.Of(p.Pass).RootComponents {
		operations := restricted.operations[strings.ToLower(root.SchemaName.Value)]
		if root.Type.Value == component.Table && len(operations) > 0 {
			p.Reportf(root, root.Ref(), "Only users with a license for %s may call %s on table %q, which is in this solution; make sure that all users of this solution have one",
				l.name, strings.Join(operations, ", "), root.SchemaName.Value)
		}
	}
	return nil
}

// controls reports restricted controls, each once a form and once for the lists
// of a table, and those that are root components.
func (l *license) controls(p *rule.Pass) error {
	m, restricted := customizations.Of(p.Pass), l.table().controls
	for form := range m.Forms() {
		for _, name := range named(form.CustomControls, restricted) {
			p.Reportf(name, form.Ref(), "Control %q on %s is for users with a license for %s; make sure that all users of the form have one",
				name.Value, form.Title(), l.name)
		}
	}
	for _, t := range m.Tables {
		for _, name := range named(t.Grids, restricted) {
			p.Reportf(name, t.Ref(), "Control %q shows the lists of table %q and is for users with a license for %s; make sure that all users of the table have one",
				name.Value, t.Name.Value, l.name)
		}
	}
	for _, root := range solution.Of(p.Pass).RootComponents {
		if root.Type.Value == component.CustomControl && restricted[strings.ToLower(root.SchemaName.Value)] {
			p.Reportf(root, root.Ref(), "Control %q is for users with a license for %s; make sure that all users of this solution have one", root.SchemaName.Value, l.name)
		}
	}
	return nil
}

// named returns where each of some controls is first chosen. All keys are in
// lower case.
func named(bindings []*customizations.ControlBinding, restricted map[string]bool) (list []model.Text) {
	seen := make(map[string]bool)
	for _, b := range bindings {
		if name := strings.ToLower(b.Name.Value); restricted[name] && !seen[name] {
			seen[name] = true
			list = append(list, b.Name)
		}
	}
	return list
}
