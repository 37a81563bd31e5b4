// Package config reads what a user writes about a run: the configuration file
// .solcheck.yaml and severity overrides in Microsoft's form.
//
// It opens no files: the command line hands it their contents.
package config

import (
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/goccy/go-yaml/ast"

	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// Name is the file name under which a configuration is looked for.
const Name = ".solcheck.yaml"

// A Config is a configuration file, checked. Fields that the file does not set
// have their zero value.
type Config struct {
	Ruleset    rule.Ruleset
	Only       []string // rule ids
	Disable    []string // rule ids
	Severity   map[string]rule.Severity
	Thresholds map[string]int // limits of rules, by rule id
	Exclude    []string       // patterns over member paths
	FailOn     Threshold
	Limits     artifact.Limits // 0 where the default holds
	Baseline   string          // as written: relative to the configuration's folder
	SourceMap  string          // as written: relative to the configuration's folder
	Suppress   []engine.Entry
}

// A builder fills a Config from a file's syntax tree.
type builder struct {
	*reader
	Config
	catalogue []*rule.Rule
}

// Parse reads a configuration. The file's name is for messages and for the
// places of suppressions; rule ids must be in the catalogue. The error, if any,
// tells of each fault with its line.
func Parse(file string, text []byte, catalogue []*rule.Rule) (*Config, error) {
	p := &builder{reader: &reader{file: file}, catalogue: catalogue}
	if tree := p.parse(text); tree != nil {
		p.mapping(tree, "the configuration", p.keys())
	}
	if err := p.err(); err != nil {
		return nil, err
	}
	return &p.Config, nil
}

// keys are the keys of the file. docs/solcheck-config.schema.json lists the same
// ones, which a test compares.
func (p *builder) keys() fields {
	return fields{
		"ruleset": func(n ast.Node) { p.ruleset(n) },
		"only":    func(n ast.Node) { p.Only = p.ruleIDs(n, "only") },
		"disable": func(n ast.Node) { p.Disable = p.ruleIDs(n, "disable") },
		"severity": func(n ast.Node) {
			p.Severity = make(map[string]rule.Severity)
			p.pairs(n, `"severity"`, "rule ids to severities", p.severity)
		},
		"thresholds": func(n ast.Node) {
			p.Thresholds = make(map[string]int)
			p.pairs(n, `"thresholds"`, "rule ids to numbers", p.threshold)
		},
		"exclude":   func(n ast.Node) { p.Exclude = p.patterns(n) },
		"failOn":    func(n ast.Node) { p.failOn(n) },
		"limits":    func(n ast.Node) { p.mapping(n, `"limits"`, p.limitKeys()) },
		"baseline":  func(n ast.Node) { p.Baseline, _ = p.text(n, "baseline") },
		"sourceMap": func(n ast.Node) { p.SourceMap, _ = p.text(n, "sourceMap") },
		"suppress":  func(n ast.Node) { p.each(n, "suppress", "suppressions", p.suppression) },
	}
}

func (p *builder) ruleset(n ast.Node) {
	name, ok := p.text(n, "ruleset")
	if !ok {
		return
	}
	set, err := ParseRuleset(name)
	if err != nil {
		p.fail(n, "%v", err)
	}
	p.Ruleset = set
}

func (p *builder) ruleIDs(n ast.Node, key string) []string {
	var list []string
	p.each(n, key, "rule ids", func(n ast.Node) {
		if id, ok := p.text(n, key); ok {
			list = append(list, p.known(n, id))
		}
	})
	return list
}

// known returns id, which the catalogue must hold.
func (p *builder) known(n ast.Node, id string) string {
	if err := KnownRule(p.catalogue, id); err != nil {
		p.fail(n, "%v", err)
	}
	return id
}

func (p *builder) severity(key, value ast.Node, id string) {
	p.known(key, id)
	name, ok := p.text(value, id)
	if !ok {
		return
	}
	s, err := ParseSeverity(name)
	if err != nil {
		p.fail(value, "%v", err)
	}
	p.Severity[id] = s
}

func (p *builder) patterns(n ast.Node) []string {
	var list []string
	p.each(n, "exclude", "patterns", func(n ast.Node) {
		if pattern, ok := p.text(n, "exclude"); ok {
			list = append(list, p.pattern(n, pattern))
		}
	})
	return list
}

func (p *builder) pattern(n ast.Node, pattern string) string {
	if pattern == "" || !doublestar.ValidatePattern(strings.ReplaceAll(pattern, `\`, "/")) {
		p.fail(n, "the pattern %q is malformed", pattern)
	}
	return pattern
}

func (p *builder) failOn(n ast.Node) {
	name, ok := p.text(n, "failOn")
	if !ok {
		return
	}
	level, err := ParseThreshold(name)
	if err != nil {
		p.fail(n, "%v", err)
	}
	p.FailOn = level
}

func (p *builder) suppression(n ast.Node) {
	e := engine.Entry{File: p.file, Line: first(n).Position.Line}
	before := len(p.errors)
	p.mapping(n, "a suppression", p.entryKeys(&e))
	switch {
	case len(p.errors) > before:
	case e.Rule == "" && e.Path == "" && e.Fingerprint == "":
		p.fail(n, `a suppression names what it holds: give at least one of "rule", "path" and "fingerprint"`)
	case e.Reason == "":
		p.fail(n, `a suppression without a "reason" is not accepted: say why the finding may stay`)
	default:
		p.Suppress = append(p.Suppress, e)
	}
}

func (p *builder) entryKeys(e *engine.Entry) fields {
	plain := func(key string, into *string) func(ast.Node) {
		return func(n ast.Node) { *into, _ = p.text(n, key) }
	}
	return fields{
		"rule": func(n ast.Node) {
			if id, ok := p.text(n, "rule"); ok {
				e.Rule = p.known(n, id)
			}
		},
		"path": func(n ast.Node) {
			if pattern, ok := p.text(n, "path"); ok {
				e.Path = p.pattern(n, pattern)
			}
		},
		"fingerprint": plain("fingerprint", &e.Fingerprint),
		"reason":      plain("reason", &e.Reason),
		"owner":       plain("owner", &e.Owner),
		"expires": func(n ast.Node) {
			day, ok := p.text(n, "expires")
			if _, err := time.Parse(time.DateOnly, day); ok && err != nil {
				p.fail(n, `"expires" takes a day as yyyy-mm-dd, from which on the suppression holds no more; this is %.40q`, day)
			}
			e.Expires = day
		},
	}
}
