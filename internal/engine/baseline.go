package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A Baseline is a list of known findings. They are matched by fingerprint, each
// entry once, and never by line.
type Baseline struct {
	Version  int             `json:"version"` // 1
	Findings []BaselineEntry `json:"findings"`
}

// A BaselineEntry is one known finding. The fingerprint identifies it; the rest
// is for people who read the file.
type BaselineEntry struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	Path        string `json:"path"`
	Message     string `json:"message"`
}

const baselineVersion = 1

// NewBaseline returns the baseline that holds the live and the known findings of
// a report.
func NewBaseline(r *Report) *Baseline {
	b := &Baseline{Version: baselineVersion, Findings: []BaselineEntry{}}
	for _, list := range [][]Finding{r.Known, r.Findings} {
		for _, f := range list {
			path := f.Package
			if f.Path != "" {
				path += "!/" + f.Path
			}
			b.Findings = append(b.Findings, BaselineEntry{f.Fingerprint, f.Rule.ID, path, f.Message})
		}
	}
	return b
}

// Write writes the baseline as indented JSON.
func (b *Baseline) Write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(b); err != nil {
		return fmt.Errorf("writing the baseline: %w", err)
	}
	return nil
}

// ReadBaseline reads what Write wrote.
func ReadBaseline(r io.Reader) (*Baseline, error) {
	b := new(Baseline)
	dec := json.NewDecoder(r)
	if err := dec.Decode(b); err != nil {
		return nil, fmt.Errorf("the baseline is no JSON of solcheck's: %w", err)
	}
	if b.Version != baselineVersion {
		return nil, fmt.Errorf("the baseline has version %d and this solcheck reads version %d: write a new one with --write-baseline", b.Version, baselineVersion)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("the baseline has text after its end")
	}
	return b, nil
}

// A matcher counts down the entries of a baseline.
type matcher map[string]int

func (b *Baseline) matcher() matcher {
	m := make(matcher)
	if b != nil {
		for _, e := range b.Findings {
			m[e.Fingerprint]++
		}
	}
	return m
}

// take reports whether an entry with that fingerprint was left, and uses it up.
func (m matcher) take(fingerprint string) bool {
	if m[fingerprint] == 0 {
		return false
	}
	m[fingerprint]--
	return true
}

// identify gives each finding its fingerprint. The findings must be sorted: the
// ordinal among equals depends on it.
func identify(findings []Finding, packages []Package) {
	names := make(map[string]string, len(packages))
	for _, p := range packages {
		names[p.Path] = p.UniqueName
	}
	seen := make(map[string]int)
	for i := range findings {
		f := &findings[i]
		key := strings.Join(identity(f, names[f.Package]), "\x00")
		f.Fingerprint = digest(key, seen[key])
		seen[key]++
	}
}

// identity lists what makes a finding the same from run to run: not its line,
// and not the file name of the package, which holds a version. The message stands in
// for a statement where there is none, but for a rule with a limit, whose messages
// name the limit.
func identity(f *Finding, uniqueName string) []string {
	what := squeeze(f.Statement)
	if f.Region.IsZero() && what == "" && f.Rule.Limit == nil {
		what = squeeze(f.Message)
	}
	return []string{f.Rule.ID, uniqueName, f.Path, strconv.Itoa(int(f.Of.Type)), f.Of.Name, f.Module, f.Type, f.Member, what}
}

func digest(key string, ordinal int) string {
	sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(ordinal)))
	return hex.EncodeToString(sum[:8])
}
