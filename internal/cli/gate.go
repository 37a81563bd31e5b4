package cli

import (
	"errors"
	"slices"

	"github.com/solcheck/solcheck/internal/config"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

var enforceModes = []string{string(engine.Block), string(engine.Warn)}

// certification reads what the certification checklist is told by.
func (s *settings) certification(f checkFlags) error {
	if f.packageURL != "" && !s.engine.Certify {
		return errors.New("--package-url is for the certification checklist, which --ruleset appsource ends with")
	}
	s.engine.PackageURL = f.packageURL
	return nil
}

// gate reads --enforce. The rules by which a managed environment refuses a solution
// are then run whatever the ruleset, but for those that are disabled, as they can be
// there too. Without --fail-on the answer alone decides the exit status.
func (s *settings) gate(f checkFlags, c *config.Config, catalogue []*rule.Rule) error {
	if f.enforce == "" {
		return nil
	}
	if err := oneOfWords("--enforce", f.enforce, enforceModes); err != nil {
		return err
	}
	if len(s.engine.Exclude) > 0 {
		return errors.New("a managed environment checks all files of a solution; leave out --exclude, and patterns of the configuration, together with --enforce")
	}
	s.engine.Enforce = engine.EnforceMode(f.enforce)
	for _, r := range catalogue {
		isDisabled := slices.Contains(f.disable, r.ID) || slices.Contains(c.Disable, r.ID)
		if engine.IsBlocking(r) && !isDisabled && !slices.Contains(s.engine.Rules, r) {
			s.engine.Rules = append(s.engine.Rules, r)
		}
	}
	if f.failOn == "" && c.FailOn == 0 {
		s.failOn = config.Never
	}
	return nil
}

// fails reports whether the outcome of a run is one to fail on.
func (s *settings) fails(r *engine.Report) bool {
	for _, c := range r.Certifications {
		isFailed := func(step engine.Step) bool { return step.ID == engine.StepListing && step.Verdict == engine.Failed }
		if s.failOn != config.Never && slices.ContainsFunc(c.Steps, isFailed) {
			return true // it has no finding of its own
		}
	}
	return s.failOn.Reached(r.Worst()) || r.Enforcement != nil && r.Enforcement.Refused()
}
