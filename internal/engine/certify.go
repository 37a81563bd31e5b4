package engine

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/canvasapp"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/migration"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// certifiers are the analyzers whose facts the steps are told by, beside findings.
func certifiers() []*analysis.Analyzer {
	return []*analysis.Analyzer{appsource.Analyzer, canvasapp.VerdictAnalyzer, deployment.CodeAnalyzer, migration.Analyzer}
}

// certify goes through the steps for each AppSource package among the roots, or
// once for all where there is none.
func (r *runner) certify(roots []*node, out *Report) {
	var of []*node
	for _, root := range roots {
		of = append(of, appSources(root)...)
	}
	slices.SortFunc(of, func(a, b *node) int { return cmp.Compare(a.pkg.Path, b.pkg.Path) })
	for _, n := range of {
		c := &certifier{runner: r, out: out, path: n.pkg.Path}
		c.meet(n)
		out.Certifications = append(out.Certifications, c.certification())
	}
	if len(of) == 0 {
		c := &certifier{runner: r, out: out}
		for _, root := range roots {
			c.meet(root)
		}
		out.Certifications = append(out.Certifications, c.certification())
	}
}

// appSources returns the AppSource packages in n, none inside another.
func appSources(n *node) []*node {
	if n.pkg.Kind == unit.AppSource {
		return []*node{n}
	}
	var list []*node
	for _, in := range n.inner {
		list = append(list, appSources(in)...)
	}
	return list
}

// A certifier goes through the steps for one package.
type certifier struct {
	*runner
	out  *Report
	path string // of the AppSource package; empty for all that was given

	kinds   map[unit.Kind]int
	unsaid  []string // apps that hold no verdict
	classes []string
	calls   []string
	ends    time.Time // of the offer; zero where not known
	given   int       // roles that are given by identifiers alone
}

// meet takes the facts of n and of all that is in it.
func (c *certifier) meet(n *node) {
	for _, in := range n.inner {
		c.meet(in)
	}
	if c.kinds == nil {
		c.kinds = make(map[unit.Kind]int)
	}
	c.kinds[n.pkg.Kind]++
	var verdict canvasapp.Verdict
	if n.facts.load(n.types, &verdict) && !verdict.HasResults {
		c.unsaid = append(c.unsaid, cmp.Or(verdict.Name.Value, n.pkg.Path))
	}
	var custom deployment.Custom
	if n.facts.load(n.types, &custom) {
		c.classes = append(c.classes, custom.Assemblies...)
		c.calls = append(c.calls, custom.Calls...)
	}
	var offer appsource.Offer
	if n.facts.load(n.types, &offer) && n.pkg.Path == c.path {
		c.ends = offer.EndDate.Day
	}
	var given migration.Given
	if n.facts.load(n.types, &given) {
		c.given += given.Unnamed
	}
}

// holds reports whether a package is the one that is certified, or lies in it.
func (c *certifier) holds(path string) bool {
	rest, ok := strings.CutPrefix(path, c.path)
	return c.path == "" || ok && (rest == "" || rest[0] == '!' || rest[0] == '/')
}

func (c *certifier) certification() Certification {
	kinds := make(map[string]unit.Kind, len(c.out.Packages))
	for _, p := range c.out.Packages {
		kinds[p.Path] = p.Kind
	}
	steps := make(map[StepID]*Step)
	out := Certification{Package: c.path}
	for _, id := range StepIDs() {
		steps[id] = &Step{ID: id}
	}
	for i := range c.out.Findings {
		if f := &c.out.Findings[i]; c.holds(f.Package) && f.Rule.AreaName() != "suppression" {
			s := steps[stepOf(f, kinds[f.Package])]
			s.Findings = append(s.Findings, f)
		}
	}
	c.judge(steps)
	for _, id := range StepIDs() {
		out.Steps = append(out.Steps, *steps[id])
	}
	return out
}

// judge gives each step its verdict.
func (c *certifier) judge(steps map[StepID]*Step) {
	for _, s := range steps {
		s.Verdict = verdictOf(s.Findings)
	}
	c.complete(steps[StepPackage])
	c.solutions(steps[StepSolutions])
	c.canvasApps(steps[StepCanvasApps])
	steps[StepDeployment].add(NotOffline, "Whether everything is installed, shown, and gone again after the uninstallation, only an environment tells; deploy the package to a new one.")
	c.code(steps[StepCode])
	steps[StepAccounts].add(NotOffline, "Which account the flows and connections of the app run as is not in the files; it needs a role with the fewest privileges that do, and may not be a maker, customizer or administrator.")
	if c.given > 0 {
		steps[StepAccounts].add(NeedsPerson, "The configuration data give "+number(c.given, "security role")+" to users or teams and do not tell which; look at them.")
	}
	c.listing(steps[StepListing])
}

// verdictOf tells by findings alone: what is High or worse has a step fail, what is
// less is for a reviewer to weigh.
func verdictOf(findings []*Finding) Verdict {
	v := Passed
	for _, f := range findings {
		switch {
		case f.Severity >= rule.High:
			return Failed
		case f.Severity > rule.Informational:
			v = NeedsPerson
		}
	}
	return v
}

// add lowers a verdict that is better, and tells why.
func (s *Step) add(v Verdict, note string) {
	rank := []Verdict{Passed, NotOffline, NeedsPerson, Failed}
	if slices.Index(rank, v) > slices.Index(rank, s.Verdict) {
		s.Verdict = v
	}
	s.Notes = append(s.Notes, note)
}

func (c *certifier) complete(s *Step) {
	if c.path == "" {
		s.add(NotOffline, "No AppSource package was given, so what it has to hold was not looked at.")
	}
	if day := c.ends.Format(time.DateOnly); !c.ends.IsZero() && c.Today != "" && day < c.Today {
		s.add(NeedsPerson, "The offer ended on "+day+" (EndDate), so nobody can get the app.")
	}
	if n := c.kinds[unit.Deployment]; n > 1 && c.path != "" {
		s.add(NeedsPerson, fmt.Sprintf("There are %d deployment packages in it; see that the offer says so.", n))
	}
	unread := 0
	for _, n := range c.out.NotChecked {
		if c.holds(n.Path) {
			unread++
		}
	}
	if unread > 0 {
		s.add(NeedsPerson, number(unread, "thing")+" could not be checked; the report lists what and why.")
	}
}

func (c *certifier) solutions(s *Step) {
	if c.kinds[unit.Solution] == 0 {
		s.add(NeedsPerson, "No solution was found that can be read.")
	}
}

func (c *certifier) canvasApps(s *Step) {
	switch {
	case c.kinds[unit.CanvasApp]+c.kinds[unit.Solution] == 0:
		s.add(NotOffline, "No solution was found that can be read, so neither was an app.")
		return
	case c.kinds[unit.CanvasApp] == 0:
		s.add(Passed, "There is no canvas app.")
		return
	case len(c.unsaid) > 0:
		s.add(NeedsPerson, fmt.Sprintf("%s no verdict of the designer (%s); open App checker in the designer, and save.", holding(len(c.unsaid)), listed(c.unsaid)))
	}
	s.add(NotOffline, "What fails only while an app runs is not in the file; run each of them.")
}

func holding(n int) string {
	if n == 1 {
		return "1 app holds"
	}
	return fmt.Sprintf("%d apps hold", n)
}

func (c *certifier) code(s *Step) {
	slices.Sort(c.calls)
	c.calls = slices.Compact(c.calls)
	switch {
	case c.kinds[unit.Deployment] == 0:
		s.add(NotOffline, "No deployment package was found that can be read.")
	case len(c.classes) == 0:
		s.add(Passed, "No deployment package runs code of its own.")
	case len(c.calls) == 0:
		s.add(Passed, fmt.Sprintf("The code of the package (%s) calls neither Dataverse nor the network.", listed(c.classes)))
	default:
		s.add(NeedsPerson, fmt.Sprintf("The code of the package (%s) calls %s; reviewers look whether it reads customers' data.", listed(c.classes), listed(c.calls)))
	}
}

func (c *certifier) listing(s *Step) {
	if c.PackageURL == "" {
		s.add(NeedsPerson, "The address of the package in Azure storage was not given; --package-url looks at one.")
	} else {
		faults := urlFaults(c.PackageURL, c.Today)
		for _, f := range faults {
			s.add(Failed, f)
		}
		if len(faults) == 0 {
			s.add(NeedsPerson, "The address of the package reads as it should; whether it answers is not tried.")
		}
	}
	s.Notes = append(s.Notes, "The offer in Partner Center, its texts, plans, markets and the functional document, are not in the package.")
}

// listed joins names, of many the first few.
func listed(names []string) string {
	const most = 4
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}

// number returns n with the noun in its number.
func number(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
