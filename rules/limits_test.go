package rules_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules"
	"github.com/solcheck/solcheck/rules/rule"
)

// settled are the rules of the verb "limit" without a limit that could be set, and
// why.
var settled = map[string]string{
	"connector-limit-size":         "the platform refuses more",
	"package-limit-size":           "what solcheck opens is set by the key limits",
	"role-limit-privileges":        "one privilege is too many",
	"step-limit-image-columns":     "it counts nothing",
	"table-limit-parental-cascade": "the platform refuses more",
	"view-limit-rows":              "the platform returns no more",
	"web-limit-external-host":      "one host is worth a look",
}

func TestLimits(t *testing.T) {
	for _, r := range rules.All() {
		_, verb, _ := strings.Cut(r.ID, "-")
		isLimit := strings.HasPrefix(verb, "limit-")
		if got, want := r.Limit == nil, settled[r.ID] != ""; isLimit && got != want {
			t.Errorf("%s has a limit that can be set: %t; the test has it as one without: %t", r.ID, !got, want)
		}
		if r.Limit != nil {
			checkLimit(t, r)
		}
	}
	for id := range settled {
		if !slices.ContainsFunc(rules.All(), func(r *rule.Rule) bool { return r.ID == id }) {
			t.Errorf("no rule has the id %q", id)
		}
	}
}

func checkLimit(t *testing.T, r *rule.Rule) {
	t.Helper()
	l := r.Limit
	if l.Least < 0 || l.Least >= l.Most || l.IsChanged() {
		t.Errorf("%s takes limits from %d to %d", r.ID, l.Least, l.Most)
	}
	if err := l.Check(l.Default); err != nil {
		t.Errorf("%s: the default: %v", r.ID, err)
	}
	if l.Of == "" || strings.ToLower(l.Of[:1]) != l.Of[:1] || strings.HasSuffix(l.Of, ".") {
		t.Errorf("%s counts %q; say it so that a number can stand before it", r.ID, l.Of)
	}
	limits := r.Section("Known limits")
	words := strings.FieldsFunc(limits, func(c rune) bool { return strings.ContainsRune(" \n,;", c) })
	if !slices.Contains(words, strconv.Itoa(l.Default)) || !strings.Contains(limits, "`thresholds`") {
		t.Errorf("%s: \"Known limits\" must name the limit of %d, its reason, and `thresholds`, by which it is set", r.ID, l.Default)
	}
}

// TestLimitKeepsFindings fails for a rule whose findings are others with another
// limit: what a baseline holds must stay known when the limit is set.
func TestLimitKeepsFindings(t *testing.T) {
	least := make(map[string]int)
	for _, r := range rules.All() {
		if r.Limit != nil {
			least[r.ID] = r.Limit.Least
		}
	}
	strict, err := engine.WithLimits(rules.All(), least)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range packages(t, "every-rule", "*") {
		path := ruletest.Zip(t, name)
		after := fingerprints(t, path, strict)
		for fingerprint, f := range fingerprints(t, path, rules.All()) {
			if g, ok := after[fingerprint]; f.Rule.Limit != nil && (!ok || g.Place != f.Place) {
				t.Errorf("%s: %s\nis another finding with a limit of %d: report it at a place that does not depend on the limit", name, f.Message, f.Rule.Limit.Least)
			}
			delete(least, f.Rule.ID)
		}
	}
	for id := range least {
		t.Errorf("%s finds nothing in testdata/every-rule", id)
	}
}

func fingerprints(t *testing.T, path string, by []*rule.Rule) map[string]engine.Finding {
	t.Helper()
	sources, _, err := artifact.Find([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	report, err := engine.Run(t.Context(), sources, engine.Options{Rules: by})
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string]engine.Finding)
	for _, f := range report.Findings {
		found[f.Fingerprint] = f
	}
	return found
}
