package connector

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includePackagePart = &rule.Rule{
	ID:        "connector-include-package-part",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/submit-for-certification",
	Kinds:     []unit.Kind{unit.Connector},
	Requires:  []*analysis.Analyzer{connector.PartsAnalyzer},
	Run:       runIncludePackagePart,
}

// runIncludePackagePart judges what is sent in for certification: an introduction
// beside a package with the solutions. A connector's own folder is none.
func runIncludePackagePart(p *rule.Pass) error {
	outer := connector.PartsOf(p.Pass)
	var inner *connector.Parts
	var solutions []*connector.Parts
	for _, fact := range p.AllPackageFacts() {
		parts, ok := fact.Fact.(*connector.Parts)
		switch {
		case !ok:
		case parts.Kind == unit.Solution:
			solutions = append(solutions, parts)
		default:
			inner = parts
		}
	}
	if inner == nil || len(connector.With(outer.Files, ".md")) == 0 {
		return nil
	}
	s := &submission{pass: p, solutions: solutions}
	s.outside(outer)
	s.inside(inner)
	for _, one := range solutions {
		s.solution(one)
	}
	s.kinds(inner)
	return nil
}

// A submission is a certification package under judgement.
type submission struct {
	pass      *rule.Pass
	solutions []*connector.Parts
}

func (s *submission) say(of *connector.Parts, format string, args ...any) {
	s.pass.ReportAt(of.At, component.Ref{Type: component.Package}, format, args...)
}

func (s *submission) outside(p *connector.Parts) {
	if len(p.Folders) > 0 {
		s.say(p, "The submission has the folder %q; put its files beside each other", p.Folders[0])
	}
	if n := connector.With(p.Files, ".md"); len(n) > 1 {
		s.say(p, "The submission has %d introductions, %s; it must have one, intro.md", len(n), quoted(n, "and"))
	}
	if n := connector.With(p.Files, ".zip"); len(n) > 1 {
		s.say(p, "The submission has %d packages, %s; it must have one", len(n), quoted(n, "and"))
	}
}

func (s *submission) inside(p *connector.Parts) {
	if len(p.Folders) != 1 {
		s.say(p, "The number of folders in the package is %d; there must be one, PkgAssets, that holds the solutions", len(p.Folders))
		return
	}
	if len(p.Deeper) > 0 {
		s.say(p, "The folder %q of the package has the folder %q in it; put the solutions beside each other", p.Folders[0], path.Base(p.Deeper[0]))
	}
	want, why := 2, "one with the connector and one with a flow that uses it"
	if s.has(func(one *connector.Parts) bool { return one.Plugins }) {
		want, why = 3, "one with the connector, one with a flow and one with the plug-in"
	}
	if n := len(connector.With(p.Below, ".zip")); n != want {
		s.say(p, "The number of solutions in the package is %d; it must be %d: %s", n, want, why)
	}
}

func (s *submission) has(is func(*connector.Parts) bool) bool {
	return slices.ContainsFunc(s.solutions, is)
}

// solution judges whether a solution has the folders that go with what it names.
func (s *submission) solution(p *connector.Parts) {
	for _, name := range []string{"[Content_Types].xml", "customizations.xml", "solution.xml"} {
		if !containsFold(p.Files, name) {
			s.say(p, "The solution has no %s; export it again", name)
		}
	}
	needs := func(is bool, what string, folders ...string) {
		for _, f := range folders {
			if is && !p.Has(f) {
				s.say(p, "The solution names %s and has no folder %q; export it again with what they need", what, f)
			}
		}
	}
	needs(p.Connectors, "connectors", "Connector")
	needs(p.Flows, "flows", "Workflows", "Connector")
	needs(p.Plugins, "plug-ins", "Connector", "aiplugins", "aipluginoperations")
}

// kinds asks for each kind of solution.
func (s *submission) kinds(inner *connector.Parts) {
	plugin := func(p *connector.Parts) bool { return p.Has("aiplugins") || p.Has("aipluginoperations") }
	if !s.has(func(p *connector.Parts) bool { return p.Has("Connector") && !p.Has("Workflows") && !plugin(p) }) {
		s.say(inner, `No solution of the package holds the connector alone; export one that has the folder "Connector" and neither flows nor plug-ins`)
	}
	if !s.has(func(p *connector.Parts) bool { return p.Has("Connector") && p.Has("Workflows") }) {
		s.say(inner, `No solution of the package holds the connector together with a flow that uses it; export one that has the folders "Connector" and "Workflows"`)
	}
	if s.has(func(p *connector.Parts) bool { return p.Plugins }) &&
		!s.has(func(p *connector.Parts) bool {
			return p.Has("Connector") && p.Has("aiplugins") && p.Has("aipluginoperations") && !p.Has("Workflows")
		}) {
		s.say(inner, `No solution of the package holds the connector together with the plug-in; export one that has the folders "Connector", "aiplugins" and "aipluginoperations"`)
	}
}

func containsFold(list []string, s string) bool {
	return slices.ContainsFunc(list, func(x string) bool { return strings.EqualFold(x, s) })
}
