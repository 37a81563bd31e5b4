package near_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/near"
)

func TestNames(t *testing.T) {
	t.Parallel()
	known := []string{"meta-avoid-reg-no-attribute", "meta-remove-dup-reg", "web-use-async", "sarif", "sarif-microsoft", "csv"}
	for _, c := range []struct {
		word string
		want []string
	}{
		{"meta-remove-dupe-reg", []string{"meta-remove-dup-reg"}},
		{"Web-Use-Async", []string{"web-use-async"}},
		{"web-use-aysnc", []string{"web-use-async"}},
		{"sarf", []string{"sarif"}},
		{"sarif", []string{"sarif", "sarif-microsoft"}},
		{"cvs", []string{"csv"}},
		{"dup", []string{"meta-remove-dup-reg"}},
		{"markdown", nil},
		{"", nil},
		{strings.Repeat("a", 1<<20), nil},
	} {
		got := near.Names(c.word, known)
		if diff := cmp.Diff(c.want, got, cmp.Transformer("list", func(l []string) string { return strings.Join(l, ",") })); diff != "" {
			t.Errorf("Names(%.30q): %s", c.word, diff)
		}
	}
}

func TestHint(t *testing.T) {
	t.Parallel()
	if got, want := near.Hint("jason", []string{"json", "junit"}), `; did you mean "json"?`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := near.Hint("xml", []string{"text"}); got != "" {
		t.Errorf("got %q for a name that is near none", got)
	}
}
