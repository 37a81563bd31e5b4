package report

import (
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
	"github.com/solcheck/solcheck/sarif"
)

// srcRoot is the base of relative URIs: the root of the repository, which is
// where the check ran.
const srcRoot = "%SRCROOT%"

// The kinds of notifications.
const (
	notChecked uint = iota
	resultsCut
)

// writeSARIF writes one run with all results, the worst first, because GitHub
// shows 5,000 of them and refuses more than 25,000. Results of one severity stand
// in the order of the report.
func writeSARIF(w io.Writer, r *engine.Report, o Options) error {
	s, err := fittingReport(r, o)
	if err != nil {
		return err
	}
	return s.write(w)
}

func (s *sarifReport) write(w io.Writer) error {
	out := sarif.NewWriter(w)
	if err := out.Run(s.run()); err != nil {
		return err
	}
	err := s.each(func(f *engine.Finding) error { return out.Result(s.result(f)) })
	if err != nil {
		return err
	}
	return out.Close()
}

// fittingReport returns the report with as many results as make a file that
// GitHub takes. A few results always fit, so only larger reports are measured.
func fittingReport(r *engine.Report, o Options) (*sarifReport, error) {
	s := newSARIFReport(r, o)
	for n := s.written(); n > alwaysFits; n = s.written() {
		size, err := s.compressed()
		if err != nil {
			return nil, err
		}
		if size <= o.maxCompressed() {
			break
		}
		o.MaxResults = max(1, int(float64(n)*0.95*float64(o.maxCompressed())/float64(size)))
		s = newSARIFReport(r, o)
	}
	return s, nil
}

// alwaysFits is a number of results that stay below GitHub's limit whatever is in
// them: quoted lines are cut by the engine.
const alwaysFits = 1_000

// maxCompressed returns how many bytes the file may have, compressed.
func (o Options) maxCompressed() int64 {
	return cmp.Or(o.MaxCompressed, int64(sarif.MaxCompressed))
}

// written returns how many results are written.
func (s *sarifReport) written() int {
	all := 0
	for _, findings := range s.lists() {
		all += len(findings)
	}
	return min(all, s.limit())
}

// compressed returns the size of the file as GitHub measures it, or a little
// more.
func (s *sarifReport) compressed() (int64, error) {
	var size byteCount
	z, err := gzip.NewWriterLevel(&size, gzip.BestSpeed)
	if err != nil {
		return 0, err
	}
	if err := s.write(z); err != nil {
		return 0, err
	}
	err = z.Close()
	return int64(size), err
}

// A byteCount counts what is written to it.
type byteCount int64

// Write implements [io.Writer].
func (c *byteCount) Write(p []byte) (int, error) {
	*c += byteCount(len(p))
	return len(p), nil
}

// A sarifReport is what the results of a report share.
type sarifReport struct {
	*engine.Report
	options   Options
	listed    []*rule.Rule    // all rules of the run, sorted by id
	indexes   map[string]uint // of the rules, by id
	artifacts artifacts
}

func newSARIFReport(r *engine.Report, o Options) *sarifReport {
	s := &sarifReport{Report: r, options: o, indexes: make(map[string]uint)}
	s.listRules()
	for i := range r.Packages {
		p := &r.Packages[i]
		s.artifacts.add(engine.Place{Package: p.Path, Disk: p.Disk}, "analysisTarget")
	}
	_ = s.each(func(f *engine.Finding) error { // the function returns no error
		s.collect(f)
		return nil
	})
	return s
}

// listRules lists the rules of the run and those of findings that the engine
// makes without being asked.
func (s *sarifReport) listRules() {
	met := make(map[string]bool)
	add := func(r *rule.Rule) {
		if !met[r.ID] {
			met[r.ID] = true
			s.listed = append(s.listed, r)
		}
	}
	for _, r := range s.Rules {
		add(r)
	}
	for _, findings := range s.lists() {
		for i := range findings {
			add(findings[i].Rule)
		}
	}
	slices.SortFunc(s.listed, func(a, b *rule.Rule) int { return strings.Compare(a.ID, b.ID) })
	for i, r := range s.listed {
		s.indexes[r.ID] = uint(i)
	}
}

// lists returns the findings to write.
func (s *sarifReport) lists() [][]engine.Finding {
	if s.options.IncludeHidden {
		return [][]engine.Finding{s.Findings, s.Suppressed, s.Known}
	}
	return [][]engine.Finding{s.Findings}
}

// limit returns how many results there may be.
func (s *sarifReport) limit() int {
	if n := s.options.MaxResults; n > 0 {
		return min(n, sarif.MaxResults)
	}
	return sarif.MaxResults
}

// each calls f for the findings to write, in the order of the results.
func (s *sarifReport) each(f func(*engine.Finding) error) error {
	left := s.limit()
	for _, findings := range s.lists() {
		for x := range worstFirst(findings) {
			if left--; left < 0 {
				return nil
			}
			if err := f(x); err != nil {
				return err
			}
		}
	}
	return nil
}

// run returns the run without its results. It holds no time and no arguments, so
// that equal reports give equal bytes.
func (s *sarifReport) run() *sarif.Run {
	return &sarif.Run{
		Tool:              sarif.Tool{Driver: s.driver()},
		Invocations:       []*sarif.Invocation{s.invocation()},
		AutomationDetails: &sarif.AutomationDetails{ID: new(s.automationID())},
		Artifacts:         s.artifacts.list,
		ColumnKind:        "utf16CodeUnits",
		OriginalUriBaseIDs: map[string]*sarif.ArtifactLocation{
			srcRoot: {Description: message("The root of the repository: the folder that the check ran in.")},
		},
	}
}

func (s *sarifReport) driver() *sarif.Driver {
	d := &sarif.Driver{
		Name:           Name,
		FullName:       new("solcheck, the offline solution checker"),
		InformationURI: new(Home),
		Language:       new("en-US"),
		Rules:          make([]*sarif.Rule, len(s.listed)),
		Notifications: []*sarif.Rule{
			notChecked: notice("not-checked", "Something that was given could not be judged.", "What is broken, encrypted or in a form that solcheck does not read is named here, so that its silence is not taken for a good sign."),
			resultsCut: notice("results-cut", "Results were left out because there were too many.", "GitHub refuses a run of more than 25,000 results and a file of more than 10 MB, compressed, and shows 5,000 results of a run. The least severe ones are left out; other formats hold all."),
		},
	}
	d.Version = new(cmp.Or(s.options.ToolVersion, "0.0.0"))
	if semantic.MatchString(*d.Version) {
		d.SemanticVersion = d.Version
	}
	for i, r := range s.listed {
		d.Rules[i] = descriptor(r)
	}
	return d
}

// notice describes a kind of notification.
func notice(id, short, full string) *sarif.Rule {
	return &sarif.Rule{ID: id, Name: new(pascal(id)), ShortDescription: text(short), FullDescription: text(full), Help: text(full)}
}

// semantic matches the versions of semver.org, loosely.
var semantic = regexp.MustCompile(`^\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$`)

// automationID returns the name of the run among runs of the same tool. GitHub
// takes what is before its last slash as the category.
func (s *sarifReport) automationID() string {
	name := strings.Trim(s.options.RunID, "/")
	if name == "" {
		name = s.outermost()
	}
	return path.Join(Name, name) + "/"
}

// outermost returns the unique name of the one package that no other contains,
// empty where there are several or it has none.
func (s *sarifReport) outermost() string {
	name, n := "", 0
	for i := range s.Packages {
		if p := &s.Packages[i]; !strings.Contains(p.Path, intoZip) {
			name = p.UniqueName
			n++
		}
	}
	if n != 1 {
		return ""
	}
	return name
}

// invocation tells what went not as it should. It is a successful one whatever
// could not be checked, for GitHub refuses the file of another.
func (s *sarifReport) invocation() *sarif.Invocation {
	in := &sarif.Invocation{ExecutionSuccessful: new(true), RuleConfigurationOverrides: s.overrides()}
	notify := func(kind uint, id, text string) {
		in.ToolExecutionNotifications = append(in.ToolExecutionNotifications, &sarif.Notification{
			Descriptor: &sarif.DescriptorReference{Id: &id, Index: &kind},
			Level:      "warning",
			Message:    message(text),
		})
	}
	all := 0
	for _, findings := range s.lists() {
		all += len(findings)
	}
	if cut := all - s.limit(); cut > 0 {
		notify(resultsCut, "results-cut", fmt.Sprintf("%d of %d results were left out, the least severe ones; the other formats hold them all.", cut, all))
	}
	if shown := s.written(); shown > sarif.ShownResults {
		notify(resultsCut, "results-cut", fmt.Sprintf("GitHub shows %d of the %d results, the most severe ones, which come first.", sarif.ShownResults, shown))
	}
	for _, n := range s.NotChecked {
		notify(notChecked, "not-checked", n.Path+": "+n.Reason)
	}
	return in
}

// message returns a message in plain text that holds no link and nothing that
// makes it read otherwise than it is.
func message(s string) *sarif.Message { return &sarif.Message{Text: new(unlinked(visible(s)))} }

// unlinked returns text in which nothing is a link. SARIF reads [text](target) as
// one, and names in messages come from packages.
func unlinked(s string) string { return strings.ReplaceAll(s, "](", "] (") }

func text(s string) *sarif.Text { return &sarif.Text{Text: &s} }
