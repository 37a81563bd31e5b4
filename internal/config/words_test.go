package config_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/internal/config"
	"github.com/solcheck/solcheck/rules/rule"
)

func TestThreshold(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		word  string
		worst rule.Severity
		want  bool
	}{
		{"high", rule.Critical, true},
		{"High", rule.High, true},
		{"high", rule.Medium, false},
		{"informational", rule.Informational, true},
		{"informational", 0, false},
		{"none", rule.Critical, false},
	} {
		level, err := config.ParseThreshold(c.word)
		if err != nil {
			t.Fatal(err)
		}
		if got := level.Reached(c.worst); got != c.want {
			t.Errorf("%s is reached by %v: got %t, want %t", c.word, c.worst, got, c.want)
		}
	}
	if _, err := config.ParseThreshold("urgent"); err == nil ||
		err.Error() != `no severity is named "urgent"; expected one of critical, high, medium, low, informational, none` {
		t.Errorf("got error %v", err)
	}
	for _, word := range config.Thresholds() {
		if _, err := config.ParseThreshold(word); err != nil {
			t.Error(err)
		}
	}
}

func TestParseOverrides(t *testing.T) {
	t.Parallel()
	got, err := config.ParseOverrides([]byte("\ufeff"+`[{"Id":"meta-remove-dup-reg","OverrideLevel":"Medium"},{"id":"web-use-async","overrideLevel":"low"}]`), catalogue)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]rule.Severity{"meta-remove-dup-reg": rule.Medium, "web-use-async": rule.Low}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, c := range []struct{ text, want string }{
		{`{}`, `expected [{"Id": "...", "OverrideLevel": "..."}, ...]: json: cannot unmarshal object`},
		{`[{"Id":"web-use-async","Level":"Low"}]`, `expected [{"Id": "...", "OverrideLevel": "..."}, ...]: json: unknown field "Level"`},
		{`[] []`, `there is text after the end of the list`},
		{`[{"Id":"web-use-asyn","OverrideLevel":"Low"}]`, `entry 1: no rule has the id "web-use-asyn"; did you mean "web-use-async"?`},
		{`[{"Id":"web-use-async","OverrideLevel":"Lowest"}]`, `entry 1 (web-use-async): no severity is named "Lowest"; expected one of critical, high, medium, low, informational`},
	} {
		_, err := config.ParseOverrides([]byte(c.text), catalogue)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got error %v, want %s", c.text, err, c.want)
		}
	}
}

func TestParseLimit(t *testing.T) {
	t.Parallel()
	for pair, want := range map[string]int{"form-limit-tabs=1": 1, "form-limit-tabs=1000": 1000, "package-avoid-personal-data=0": 0} {
		id, n, err := config.ParseLimit(pair, catalogue)
		if err != nil || id != strings.Split(pair, "=")[0] || n != want {
			t.Errorf("ParseLimit(%q) = %q, %d, %v; want %d", pair, id, n, err, want)
		}
	}
	const tabs = " is no limit for the number of tabs of a form: expected a whole number from 1 to 1000, by default 8"
	for pair, want := range map[string]string{
		"form-limit-tabs":       `expected ID=NUMBER, as in "form-limit-tabs=12", and not "form-limit-tabs"`,
		"form-limit-tabs=":      `""` + tabs,
		"form-limit-tabs=8=9":   `"8=9"` + tabs,
		"form-limit-tabs=0":     `0` + tabs,
		"form-limit-tabs=1e3":   `"1e3"` + tabs,
		"form-limit-tabs=12.5":  `"12.5"` + tabs,
		"form-limit-tab=3":      `no rule has the id "form-limit-tab"; did you mean "form-limit-tabs"?`,
		"meta-remove-dup-reg=3": `the rule "meta-remove-dup-reg" has no limit that could be set; those that have one are form-limit-tabs, package-avoid-personal-data`,
	} {
		if _, _, err := config.ParseLimit(pair, catalogue); err == nil || err.Error() != want {
			t.Errorf("ParseLimit(%q): got error %v, want %s", pair, err, want)
		}
	}
}

func TestParseSize(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]int64{"1": 1, "17B": 17, "2KB": 2 << 10, "3 mb": 3 << 20, "4G": 4 << 30, "8589934591GB": 8589934591 << 30} {
		if got, err := config.ParseSize(word); err != nil || got != want {
			t.Errorf("ParseSize(%q) = %d, %v; want %d", word, got, err, want)
		}
	}
	for _, word := range []string{"", "0", "-1", "1.5GB", "2TB", "GB", "8589934592GB", "9223372036854775808"} {
		if got, err := config.ParseSize(word); err == nil {
			t.Errorf("ParseSize(%q) = %d, want an error", word, got)
		}
	}
}
