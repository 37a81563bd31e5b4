package assembly_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
)

// TestCounters tells numbers that are given to rows from others that are counted up.
func TestCounters(t *testing.T) {
	m := read(t, analyzertest.Files{"Counters.dll": fixture(t, "Counters.dll")})
	var got []string
	for _, c := range m.Assemblies[0].Counters() {
		got = append(got, fmt.Sprintf("%s: %s of %q into %q", c.Write.In.Type(), c.Column, c.Table, c.Into))
	}
	want := []string{
		`Contoso.FromOne: contoso_one of "contoso_counter" into ["contoso_a"]`,
		`Contoso.Decimals: contoso_two of "contoso_counter" into ["contoso_b"]`,
		`Contoso.Texts: contoso_three of "contoso_counter" into [""]`,
		`Contoso.Optional: contoso_four of "" into ["contoso_d"]`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
