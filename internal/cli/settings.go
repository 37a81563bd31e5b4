package cli

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/config"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/sourcemap"
	"github.com/solcheck/solcheck/rules/rule"
)

// settings are what a run is to do, after flags and configuration.
type settings struct {
	engine    engine.Options
	failOn    config.Threshold
	sourceMap *sourcemap.Map // nil for none
}

// newSettings joins the flags and the configuration. A flag wins where there can
// be one value only; rules that are disabled, severities and patterns add up.
func newSettings(f checkFlags, paths []string, catalogue []*rule.Rule) (*settings, error) {
	file, err := configFile(f.config, paths)
	if err != nil {
		return nil, err
	}
	c := new(config.Config)
	if file != "" {
		text, err := readFile(file, "configuration")
		if err != nil {
			return nil, err
		}
		if c, err = config.Parse(file, text, catalogue); err != nil {
			return nil, err
		}
	}
	if catalogue, err = thresholds(f, c, catalogue); err != nil {
		return nil, err
	}
	s := &settings{engine: engine.Options{Suppress: c.Suppress, Jobs: f.jobs, ThirdParty: f.thirdParty}}
	for _, step := range []func() error{
		func() error { return s.rules(f, c, catalogue) },
		func() error { return s.severities(f, c, catalogue) },
		func() error { return s.threshold(f, c) },
		func() error { return s.patterns(f, c) },
		func() error { return s.limits(f, c) },
		func() error { return s.files(f, c, file) },
		func() error { return s.certification(f) },
		func() error { return s.gate(f, c, catalogue) },
		func() error { return s.previous(f) },
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// thresholds returns the catalogue with the limits that are set; a flag wins over
// the configuration.
func thresholds(f checkFlags, c *config.Config, catalogue []*rule.Rule) ([]*rule.Rule, error) {
	limits := make(map[string]int)
	maps.Copy(limits, c.Thresholds)
	for _, v := range f.threshold {
		id, n, err := config.ParseLimit(v, catalogue)
		if err != nil {
			return nil, fmt.Errorf("--threshold: %w", err)
		}
		limits[id] = n
	}
	return engine.WithLimits(catalogue, limits)
}

func (s *settings) rules(f checkFlags, c *config.Config, catalogue []*rule.Rule) error {
	for _, given := range []struct {
		flag string
		ids  []string
	}{{"--only", f.only}, {"--disable", f.disable}} {
		for _, id := range given.ids {
			if err := config.KnownRule(catalogue, id); err != nil {
				return fmt.Errorf("%s: %w", given.flag, err)
			}
		}
	}
	set := c.Ruleset
	if f.ruleset != "" || set.Name == "" {
		var err error
		if set, err = config.ParseRuleset(cmp.Or(f.ruleset, "recommended")); err != nil {
			return fmt.Errorf("--ruleset: %w", err)
		}
	}
	choice := engine.Selection{Ruleset: set, Only: c.Only, Disable: slices.Concat(c.Disable, f.disable)}
	if len(f.only) > 0 {
		choice.Only, choice.Disable = f.only, f.disable
	}
	chosen, err := choice.Select(catalogue)
	if err != nil {
		return err
	}
	if len(chosen) == 0 {
		return errors.New("no rule is left to judge by; look at --only, --disable and the configuration")
	}
	s.engine.Rules, s.engine.Certify = chosen, set.Name == "appsource"
	return nil
}

// severities reads --severity, which is ID=LEVEL or the name of a file.
func (s *settings) severities(f checkFlags, c *config.Config, catalogue []*rule.Rule) error {
	s.engine.Severity = make(map[string]rule.Severity)
	maps.Copy(s.engine.Severity, c.Severity)
	for _, v := range f.severity {
		id, level, isPair := strings.Cut(v, "=")
		if !isPair {
			text, err := readFile(v, "file of severity overrides")
			if err != nil {
				return fmt.Errorf("--severity takes ID=LEVEL or a file: %w", err)
			}
			levels, err := config.ParseOverrides(text, catalogue)
			if err != nil {
				return fmt.Errorf("%s: %w", v, err)
			}
			maps.Copy(s.engine.Severity, levels)
			continue
		}
		if err := config.KnownRule(catalogue, id); err != nil {
			return fmt.Errorf("--severity: %w", err)
		}
		severity, err := config.ParseSeverity(level)
		if err != nil {
			return fmt.Errorf("--severity %s: %w", v, err)
		}
		s.engine.Severity[id] = severity
	}
	return nil
}

func (s *settings) threshold(f checkFlags, c *config.Config) error {
	s.failOn = cmp.Or(c.FailOn, config.DefaultThreshold)
	if f.failOn == "" {
		return nil
	}
	level, err := config.ParseThreshold(f.failOn)
	if err != nil {
		return fmt.Errorf("--fail-on: %w", err)
	}
	s.failOn = level
	return nil
}

func (s *settings) patterns(f checkFlags, c *config.Config) error {
	for _, p := range f.exclude {
		if p == "" || !doublestar.ValidatePattern(strings.ReplaceAll(p, `\`, "/")) {
			return fmt.Errorf("--exclude: the pattern %q is malformed", p)
		}
	}
	s.engine.Exclude = slices.Concat(c.Exclude, f.exclude)
	return nil
}

func (s *settings) limits(f checkFlags, c *config.Config) error {
	given := artifact.Limits{Entries: f.maxEntries, Depth: f.maxDepth, Ratio: f.maxRatio}
	for _, number := range []struct {
		flag  string
		given int
	}{{"--max-entries", f.maxEntries}, {"--max-depth", f.maxDepth}, {"--max-ratio", f.maxRatio}, {"--jobs", f.jobs}} {
		if number.given < 0 {
			return fmt.Errorf("%s takes a number from 1 on; %d is none", number.flag, number.given)
		}
	}
	for _, size := range []struct {
		flag, word string
		into       *int64
	}{{"--max-inflated", f.maxInflated, &given.Inflated}, {"--max-member", f.maxMember, &given.Member}} {
		if size.word == "" {
			continue
		}
		n, err := config.ParseSize(size.word)
		if err != nil {
			return fmt.Errorf("%s: %w", size.flag, err)
		}
		*size.into = n
	}
	s.engine.Limits = artifact.Limits{
		Inflated:   cmp.Or(given.Inflated, c.Limits.Inflated),
		Member:     cmp.Or(given.Member, c.Limits.Member),
		Entries:    cmp.Or(given.Entries, c.Limits.Entries),
		Depth:      cmp.Or(given.Depth, c.Limits.Depth),
		Ratio:      cmp.Or(given.Ratio, c.Limits.Ratio),
		RatioFloor: c.Limits.RatioFloor,
	}
	return nil
}

// files reads the baseline and the source map. The configuration names them
// relative to its own folder.
func (s *settings) files(f checkFlags, c *config.Config, configFile string) error {
	if name := cmp.Or(f.baseline, beside(configFile, c.Baseline)); name != "" {
		text, err := readFile(name, "baseline")
		if err != nil {
			return fmt.Errorf("%w; \"solcheck check --write-baseline %s PATH\" writes one", err, name)
		}
		if s.engine.Baseline, err = engine.ReadBaseline(bytes.NewReader(text)); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if name := cmp.Or(f.sourceMap, beside(configFile, c.SourceMap)); name != "" {
		text, err := readFile(name, "source map")
		if err != nil {
			return err
		}
		if s.sourceMap, err = sourcemap.Parse(filepath.ToSlash(name), text, fileExists); err != nil {
			return err
		}
	}
	return nil
}

// beside returns where a file lies that the configuration names.
func beside(configFile, name string) string {
	if name == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(filepath.Dir(configFile), name)
}

// readFile reads a file that the user named.
func readFile(name, what string) ([]byte, error) {
	text, err := os.ReadFile(name) //nolint:gosec // which file to read is for the user to say
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no %s %s", what, name)
	}
	return text, err
}

func fileExists(name string) bool {
	info, err := os.Stat(filepath.FromSlash(name))
	return err == nil && info.Mode().IsRegular()
}
