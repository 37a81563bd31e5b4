package engine

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// A Finding is a diagnostic of a rule with its place, its severity after
// overrides and what identifies it from run to run.
type Finding struct {
	Rule     *rule.Rule
	Severity rule.Severity // after overrides
	Original rule.Severity // the rule's own
	Message  string

	Place
	Of     component.Ref
	Module string // assembly or screen; empty for text files
	Type   string
	Member string

	// Statement is the line at the place without the blanks around it, cut to
	// 300 characters around the place; for binary files what the rule gave.
	Statement string
	Context   Context

	Related []Related
	Fixes   []Fix

	// Fingerprint names the finding in baselines and suppressions: 16 hex digits
	// over rule, member path, component, normalised statement and the ordinal
	// among equals. It does not change with line numbers.
	Fingerprint string
	// LineHash is GitHub's primaryLocationLineHash of the line, empty for places
	// that have no line.
	LineHash string

	Baseline    BaselineState
	Suppression *Suppression // nil for a live finding
}

// A Place is where a finding is.
type Place struct {
	Package string // shown path of the unit: "app.zip!/PkgFolder/core.zip"
	Path    string // member within the unit, empty for the unit itself; "!/" inside for what lies in a zip that is no unit
	Disk    string // the file on disk that holds the place, slash-separated: the outermost zip, or the unpacked file itself
	Region  Region
}

// A Region is a range of text. Lines and columns are 1-based, columns count
// UTF-16 code units and the end is exclusive. The zero Region stands for a whole
// file, or for a place in a binary one.
type Region struct{ Line, Column, EndLine, EndColumn int }

// IsZero reports whether r stands for a whole file.
func (r Region) IsZero() bool { return r.Line == 0 }

// Context is the text around a finding: up to two lines before and after it,
// each cut to 300 characters. It is empty for binary files.
type Context struct {
	First int // line number of Lines[0]
	Lines []string
	Cut   int // UTF-16 units cut away before the start of the finding's own line; 0 but for very long lines
}

// A Related place is another party to a finding.
type Related struct {
	Place
	Message string
}

// A Fix is a repair of text files.
type Fix struct {
	Message string
	Edits   []Edit
}

// An Edit replaces bytes [Start, End) of a member's decoded text.
type Edit struct {
	Place
	Start, End int
	New        string
}

// BaselineState compares a finding with the baseline.
type BaselineState string

// The states; findings of a run without a baseline have none.
const (
	New       BaselineState = "new"
	Unchanged BaselineState = "unchanged"
)

// A Suppression says why a finding is not reported.
type Suppression struct {
	InSource bool // a comment beside the code; otherwise an entry of the configuration
	Reason   string
	Owner    string
	Expires  string // yyyy-mm-dd, empty for none
}

// A Package describes one unit in the report.
type Package struct {
	Path       string // shown path
	Kind       unit.Kind
	Disk       string // the outermost file or folder on disk
	UniqueName string // empty where the kind has none
	Version    string
	Managed    *bool // nil where the kind has no such thing

	// Holds are the components of a solution, sorted by type and name. It is empty
	// where no rule of the run looks at components.
	Holds []component.Ref
}

// NotChecked is something that was given and could not be judged.
type NotChecked struct {
	Path   string // shown path
	Reason string
}

// A Report is the outcome of a run. Everything in it is sorted, so that equal
// input gives equal reports.
type Report struct {
	Rules      []*rule.Rule // the rules that ran, sorted by id
	Packages   []Package
	Findings   []Finding // live ones, sorted by package, path, line, column, rule
	Suppressed []Finding // those that a suppression hides
	Known      []Finding // those that the baseline holds
	NotChecked []NotChecked

	Certifications []Certification // where Options.Certify asks for them
	Enforcement    *Enforcement    // where Options.Enforce asks for it
}
