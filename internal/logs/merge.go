package logs

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/sarif"
)

// A Merged says what a merge wrote.
type Merged struct {
	Runs    int
	Results int
	Doubles int // results left out because the same run had them already
}

// A source is one run of one log.
type source struct {
	log  Log
	run  int // its number in the log
	head *sarif.Run
}

// A joined is a run to write, made of one run or of several that GitHub would not
// take beside each other.
type joined struct {
	head      *sarif.Run
	sources   []source
	rules     map[string]uint
	artifacts map[string]uint
}

// Merge writes the runs of all logs into one log. Runs that share tool and name
// become one, because GitHub refuses two of them in a file; where runID is not
// empty all runs of a tool become one of that name. A result that is there twice
// is written once. Results without a level get that of the severity in their
// properties, for Microsoft's logs have none.
func Merge(w io.Writer, list []Log, runID string) (Merged, error) {
	runs, err := join(list, runID)
	if err != nil {
		return Merged{}, err
	}
	out := sarif.NewWriter(w)
	done := Merged{Runs: len(runs)}
	for _, j := range runs {
		if err := j.write(out, &done); err != nil {
			return done, err
		}
	}
	return done, out.Close()
}

// join reads the heads of all runs and puts those of equal keys together.
func join(list []Log, runID string) ([]*joined, error) {
	var order []*joined
	byKey := make(map[string]*joined)
	for _, l := range list {
		heads, err := l.Read(nil)
		if err != nil {
			return nil, err
		}
		for i, head := range heads {
			if err := complete(l, head); err != nil {
				return nil, err
			}
			if runID != "" {
				id := head.Tool.Driver.Name + "/" + strings.Trim(runID, "/") + "/"
				head.AutomationDetails = &sarif.AutomationDetails{ID: &id}
			}
			key := keyOf(head)
			if byKey[key] == nil {
				byKey[key] = newJoined(head)
				order = append(order, byKey[key])
			}
			byKey[key].sources = append(byKey[key].sources, source{l, i, head})
		}
	}
	return order, nil
}

// complete refuses a run without a tool, and says of an invocation that does not
// tell whether it succeeded that it did.
func complete(l Log, head *sarif.Run) error {
	if head.Tool.Driver == nil || head.Tool.Driver.Name == "" {
		return fmt.Errorf("%s: a run does not name its tool", l.Path)
	}
	for _, in := range head.Invocations {
		if in.ExecutionSuccessful == nil {
			in.ExecutionSuccessful = new(true)
		}
	}
	return nil
}

// keyOf returns what GitHub tells runs apart by.
func keyOf(head *sarif.Run) string {
	d := head.Tool.Driver
	parts := []string{d.Name}
	for _, p := range []*string{d.FullName, d.Version, d.SemanticVersion, d.GUID} {
		parts = append(parts, valueOf(p))
	}
	if a := head.AutomationDetails; a != nil {
		parts = append(parts, valueOf(a.ID))
	}
	return strings.Join(parts, "\x00")
}

func valueOf(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func newJoined(head *sarif.Run) *joined {
	driver, run := *head.Tool.Driver, *head
	driver.Rules, run.Artifacts, run.Invocations = nil, nil, nil
	run.Tool.Driver = &driver
	return &joined{head: &run, rules: make(map[string]uint), artifacts: make(map[string]uint)}
}

// write writes the run with the results of all its sources.
func (j *joined) write(out *sarif.Writer, done *Merged) error {
	places := make([]*placement, len(j.sources))
	for i, s := range j.sources {
		places[i] = j.place(s.head)
		places[i].moveOverrides(s.head.Invocations)
		j.head.Invocations = append(j.head.Invocations, s.head.Invocations...)
	}
	if err := out.Run(j.head); err != nil {
		return err
	}
	met := make(map[[sha256.Size]byte]bool)
	for i, s := range j.sources {
		_, err := s.log.Read(func(run int, r *sarif.Result) error {
			if run != s.run {
				return nil
			}
			places[i].move(r)
			level(r, s.head)
			key, err := identity(r)
			if err != nil {
				return err
			}
			if met[key] {
				done.Doubles++
				return nil
			}
			met[key] = true
			done.Results++
			return out.Result(r)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// identity returns what makes two results the same: everything in them.
func identity(r *sarif.Result) ([sha256.Size]byte, error) {
	b, err := json.Marshal(r)
	return sha256.Sum256(b), err
}

// A placement leads from the indexes of one run to those of the joined one.
type placement struct{ rules, artifacts []uint }

// place adds the rules and artifacts of a run, each once.
func (j *joined) place(head *sarif.Run) *placement {
	p := new(placement)
	for _, r := range head.Tool.Driver.Rules {
		at, ok := j.rules[r.ID]
		if !ok {
			at = uint(len(j.head.Tool.Driver.Rules))
			j.rules[r.ID] = at
			j.head.Tool.Driver.Rules = append(j.head.Tool.Driver.Rules, r)
		}
		p.rules = append(p.rules, at)
	}
	for i := range head.Artifacts {
		p.artifacts = append(p.artifacts, j.artifact(head, uint(i), p))
	}
	return p
}

// artifact adds an artifact whose parent stands before it. A parent that stands
// behind it, or nowhere, is left out.
func (j *joined) artifact(head *sarif.Run, i uint, p *placement) uint {
	a := *head.Artifacts[i]
	key := ""
	if a.Location != nil {
		key = valueOf(a.Location.URIBaseId) + "\x00" + valueOf(a.Location.URI)
	}
	if a.ParentIndex != nil {
		if *a.ParentIndex < i {
			parent := p.artifacts[*a.ParentIndex]
			a.ParentIndex = &parent
			key += fmt.Sprintf("\x00%d", parent)
		} else {
			a.ParentIndex = nil
		}
	}
	at, ok := j.artifacts[key]
	if !ok {
		at = uint(len(j.head.Artifacts))
		j.artifacts[key] = at
		j.head.Artifacts = append(j.head.Artifacts, &a)
	}
	return at
}

// move makes a result of the run one of the joined run.
func (p *placement) move(r *sarif.Result) {
	if r.RuleIndex != nil {
		r.RuleIndex = moved(p.rules, r.RuleIndex)
	}
	p.artifactOf(r.AnalysisTarget)
	for _, l := range slices.Concat(r.Locations, r.RelatedLocations) {
		if l != nil && l.PhysicalLocation != nil {
			p.artifactOf(l.PhysicalLocation.ArtifactLocation)
		}
	}
	for _, f := range r.Fixes {
		for _, c := range f.ArtifactChanges {
			p.artifactOf(&c.ArtifactLocation)
		}
	}
}

// moveOverrides makes what invocations tell of the configuration of rules speak of
// the rules of the joined run.
func (p *placement) moveOverrides(list []*sarif.Invocation) {
	for _, in := range list {
		for _, o := range in.RuleConfigurationOverrides {
			if o != nil && o.Descriptor != nil && o.Descriptor.Index != nil && o.Descriptor.ToolComponent == nil {
				o.Descriptor.Index = moved(p.rules, o.Descriptor.Index)
			}
		}
	}
}

func (p *placement) artifactOf(l *sarif.ArtifactLocation) {
	if l != nil && l.Index != nil {
		l.Index = moved(p.artifacts, l.Index)
	}
}

// moved returns the new index for an old one, nil for one that the run does not
// have.
func moved(table []uint, index *uint) *uint {
	if *index >= uint(len(table)) {
		return nil
	}
	return &table[*index]
}

// level gives a result that has no level the one of its severity.
func level(r *sarif.Result, head *sarif.Run) {
	if r.Level != nil {
		return
	}
	switch strings.ToLower(severityOf(r, head)) {
	case "critical", "high":
		r.Level = new("error")
	case "medium":
		r.Level = new("warning")
	case "low", "informational":
		r.Level = new("note")
	}
}

// severityOf returns the severity in the properties of a result or of its rule,
// empty where neither has one.
func severityOf(r *sarif.Result, head *sarif.Run) string {
	if s, ok := r.Properties["severity"].(string); ok {
		return s
	}
	if rule := ruleOf(r, head); rule != nil {
		if s, ok := rule.Properties["severity"].(string); ok {
			return s
		}
	}
	return ""
}

// ruleOf returns the rule of a result, nil where the run does not describe it.
func ruleOf(r *sarif.Result, head *sarif.Run) *sarif.Rule {
	rules := head.Tool.Driver.Rules
	if r.RuleIndex != nil && *r.RuleIndex < uint(len(rules)) {
		return rules[*r.RuleIndex]
	}
	i := slices.IndexFunc(rules, func(x *sarif.Rule) bool { return x.ID == valueOf(r.RuleID) })
	if i < 0 {
		return nil
	}
	return rules[i]
}
