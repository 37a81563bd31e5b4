package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/near"
	"github.com/solcheck/solcheck/rules/rule"
)

// KnownRule returns an error that names the nearest ids where no rule of the
// catalogue has that one.
func KnownRule(catalogue []*rule.Rule, id string) error {
	ids := make([]string, len(catalogue))
	for i, r := range catalogue {
		ids[i] = r.ID
	}
	if slices.Contains(ids, id) {
		return nil
	}
	hint := near.Hint(id, ids)
	if hint == "" {
		hint = `; "solcheck rules --ruleset all" lists the ids`
	}
	return fmt.Errorf("no rule has the id %q%s", id, hint)
}

// ParseRuleset is [rule.ParseRuleset] with an error that names the nearest name.
func ParseRuleset(name string) (rule.Ruleset, error) {
	set, err := rule.ParseRuleset(name)
	var names []string
	for _, s := range rule.KnownRulesets() {
		names = append(names, s.Name)
	}
	if hint := near.Hint(name, names); err != nil && hint != "" {
		return set, fmt.Errorf("no ruleset is named %q%s", name, hint)
	}
	return set, err
}

// ParseSeverity is [rule.ParseSeverity] with an error that names the nearest
// name.
func ParseSeverity(name string) (rule.Severity, error) {
	s, err := rule.ParseSeverity(name)
	if err != nil {
		return 0, unknownSeverity(name, Thresholds()[:len(rule.Severities())])
	}
	return s, nil
}

func unknownSeverity(name string, words []string) error {
	return fmt.Errorf("no severity is named %q%s", name, oneOf(name, words))
}

// A Threshold is the severity from which on findings fail a run. 0 stands for
// none given.
type Threshold int

// Never is the threshold that no finding reaches.
const Never = Threshold(rule.Critical) + 1

// DefaultThreshold holds where none is given.
const DefaultThreshold = Threshold(rule.High)

// ParseThreshold reads a severity's name or "none", case ignored.
func ParseThreshold(name string) (Threshold, error) {
	if strings.EqualFold(name, "none") {
		return Never, nil
	}
	s, err := rule.ParseSeverity(name)
	if err != nil {
		return 0, unknownSeverity(name, Thresholds())
	}
	return Threshold(s), nil
}

// Thresholds returns the words for thresholds, worst severity first.
func Thresholds() []string {
	words := make([]string, 0, 6)
	for _, s := range rule.Severities() {
		words = append(words, strings.ToLower(s.String()))
	}
	return append(words, "none")
}

// Reached reports whether a worst severity, 0 for no finding, fails the run.
func (t Threshold) Reached(worst rule.Severity) bool { return worst != 0 && Threshold(worst) >= t }

// ParseOverrides reads severity overrides in the form that Microsoft's checker
// takes: [{"Id":"meta-remove-dup-reg","OverrideLevel":"Medium"}].
func ParseOverrides(text []byte, catalogue []*rule.Rule) (map[string]rule.Severity, error) {
	var list []struct {
		ID            string `json:"Id"`
		OverrideLevel string `json:"OverrideLevel"`
	}
	dec := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&list); err != nil {
		return nil, fmt.Errorf(`expected [{"Id": "...", "OverrideLevel": "..."}, ...]: %w`, err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("there is text after the end of the list")
	}
	levels := make(map[string]rule.Severity, len(list))
	for i, o := range list {
		if err := KnownRule(catalogue, o.ID); err != nil {
			return nil, fmt.Errorf("entry %d: %w", i+1, err)
		}
		s, err := ParseSeverity(o.OverrideLevel)
		if err != nil {
			return nil, fmt.Errorf("entry %d (%s): %w", i+1, o.ID, err)
		}
		levels[o.ID] = s
	}
	return levels, nil
}
