package rule_test

import (
	"testing"

	"github.com/solcheck/solcheck/rules/rule"
)

func TestQuoted(t *testing.T) {
	for _, c := range []struct {
		names []string
		want  string
	}{
		{nil, ""},
		{[]string{`a\b`}, `"a\b"`},
		{[]string{"a", "b"}, `"a" and "b"`},
		{[]string{"a", "b", "c", "d", "e", "f"}, `"a", "b", "c", "d", "e" and "f"`},
		{[]string{"a", "b", "c", "d", "e", "f", "g"}, `"a", "b", "c", "d", "e" and 2 more`},
	} {
		if got := rule.Quoted(c.names); got != c.want {
			t.Errorf("%q: %s, want %s", c.names, got, c.want)
		}
	}
}
