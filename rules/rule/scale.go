package rule

import (
	"fmt"
	"slices"
	"strings"
)

// Severity is how bad a finding is. The numbers are those of the checker
// service's rule list.
type Severity int

// The five severities, least first.
const (
	Informational Severity = iota + 1
	Low
	Medium
	High
	Critical
)

var severities = []string{"Informational", "Low", "Medium", "High", "Critical"}

// String returns the severity's name as reports show it.
func (s Severity) String() string {
	if s < Informational || s > Critical {
		return fmt.Sprintf("Severity(%d)", int(s))
	}
	return severities[s-1]
}

// ParseSeverity reads a severity's name, case ignored.
func ParseSeverity(name string) (Severity, error) {
	for i, s := range severities {
		if strings.EqualFold(s, name) {
			return Severity(i + 1), nil
		}
	}
	return 0, fmt.Errorf("no severity is named %q: expected one of %s", name, strings.Join(severities, ", "))
}

// Severities returns all severities, worst first.
func Severities() []Severity { return []Severity{Critical, High, Medium, Low, Informational} }

// Category is the main reason why a rule exists. The numbers are those of the
// checker service's rule list.
type Category int

// The ten categories.
const (
	Performance Category = iota + 1
	UpgradeReadiness
	Usage
	Security
	Design
	OnlineMigration
	Maintainability
	Supportability
	Accessibility
	Licensing
)

var categories = []string{
	"Performance", "Upgrade readiness", "Usage", "Security", "Design",
	"Online migration", "Maintainability", "Supportability", "Accessibility", "Licensing",
}

// String returns the category's name as reports show it.
func (c Category) String() string {
	if c < Performance || c > Licensing {
		return fmt.Sprintf("Category(%d)", int(c))
	}
	return categories[c-1]
}

// Categories returns all categories in the service's order.
func Categories() []Category {
	all := make([]Category, len(categories))
	for i := range all {
		all[i] = Category(i + 1)
	}
	return all
}

// Component is the kind of component that a rule is about, as Microsoft's rule
// lists group them.
type Component string

// The kinds of components. The first three are the checker service's own.
const (
	WebResource   Component = "WebResource"
	ManagedCode   Component = "ManagedCode"
	Configuration Component = "Configuration"
	App           Component = "App"
	CloudFlow     Component = "CloudFlow"
	DesktopFlow   Component = "DesktopFlow"
	Connector     Component = "Connector"
	Package       Component = "Package"
)

// Rulesets says which of the named rulesets hold a rule.
type Rulesets uint

// The rulesets. A rule is the sum of those that hold it.
const (
	SolutionChecker Rulesets = 1 << iota // Microsoft's live list
	AppSource                            // certification
	Recommended                          // the default

	// Microsoft holds a rule of Microsoft's live list.
	Microsoft = SolutionChecker | AppSource | Recommended
	// Everyday holds a rule of ours that stays quiet on good packages.
	Everyday = AppSource | Recommended
)

// A Ruleset is a named choice of rules.
type Ruleset struct {
	Name string
	GUID string // Microsoft's, empty where it has none
	in   Rulesets
}

// KnownRulesets returns the rulesets by name.
func KnownRulesets() []Ruleset {
	return []Ruleset{
		{Name: "all"},
		{Name: "appsource", GUID: "083a2ef5-7e0e-4754-9d88-9455142dc08b", in: AppSource},
		{Name: "recommended", in: Recommended},
		{Name: "solution-checker", GUID: "0ad12346-e108-40b8-a956-9a8f95ea18c9", in: SolutionChecker},
	}
}

// ParseRuleset finds a ruleset by name or by Microsoft's GUID or display name,
// case ignored.
func ParseRuleset(name string) (Ruleset, error) {
	sets := KnownRulesets()
	key := strings.Trim(strings.ToLower(name), "{}")
	switch key {
	case "solution checker":
		key = "solution-checker"
	case "appsource certification":
		key = "appsource"
	}
	names := make([]string, len(sets))
	for i, s := range sets {
		if key == s.Name || key == s.GUID && s.GUID != "" {
			return s, nil
		}
		names[i] = s.Name
	}
	return Ruleset{}, fmt.Errorf("no ruleset is named %q: expected one of %s, or one of Microsoft's two ruleset GUIDs", name, strings.Join(names, ", "))
}

// Holds reports whether the ruleset holds r.
func (s Ruleset) Holds(r *Rule) bool { return s.Name == "all" || r.Rulesets&s.in != 0 }

// Names returns the names of the rulesets that hold r, sorted.
func (r *Rule) Names() []string {
	var in []string
	for _, s := range KnownRulesets() {
		if s.Holds(r) {
			in = append(in, s.Name)
		}
	}
	slices.Sort(in)
	return in
}
