package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/solcheck/solcheck/rules/rule"
)

// schema is the schema of the configuration, of which the entries under
// "thresholds" are generated: the rules that have a limit, with its range.
const schema = "docs/solcheck-config.schema.json"

// What stands around the entries.
const (
	beforeThresholds = `    "thresholds": {`
	beforeEntries    = "      \"properties\": {\n"
	afterEntries     = "\n      }\n"
)

// withThresholds returns the schema with an entry for each rule that has a limit.
func withThresholds(text string, all []*rule.Rule) (string, error) {
	head, rest, ok := strings.Cut(text, beforeThresholds)
	top, rest, opened := strings.Cut(rest, beforeEntries)
	_, tail, closed := strings.Cut(rest, afterEntries)
	if !ok || !opened || !closed {
		return "", errors.New("the schema of the configuration has no \"properties\" under \"thresholds\", or they do not end on a line of their own")
	}
	var entries []string
	for _, r := range all {
		if r.Limit == nil {
			continue
		}
		entry, err := thresholdEntry(r)
		if err != nil {
			return "", err
		}
		entries = append(entries, entry)
	}
	return head + beforeThresholds + top + beforeEntries + strings.Join(entries, ",\n") + afterEntries + tail, nil
}

func thresholdEntry(r *rule.Rule) (string, error) {
	l := r.Limit
	description, err := json.Marshal(strings.ToUpper(l.Of[:1]) + l.Of[1:] + ".")
	if err != nil {
		return "", fmt.Errorf("describing the limit of %s: %w", r.ID, err)
	}
	return fmt.Sprintf("        %q: { \"description\": %s, \"type\": \"integer\", \"minimum\": %d, \"maximum\": %d, \"default\": %d }",
		r.ID, description, l.Least, l.Most, l.Default), nil
}
