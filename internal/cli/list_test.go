package cli

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/solcheck/solcheck/rules/rule"
)

// sample is a catalogue for the lists.
var sample = []*rule.Rule{
	{
		ID: "form-limit-samples", Severity: rule.Low, Category: rule.Performance, Component: rule.Configuration,
		Limit: &rule.Limit{Default: 8, Least: 1, Most: 1000, Of: "samples of a form"}, Page: "# form-limit-samples\n\nToo many.\n",
	},
	{
		ID: "meta-remove-sample", Severity: rule.Critical, Category: rule.Performance, Component: rule.Configuration,
		Rulesets: rule.Microsoft, Guidance: "https://example.com/?a=1&b=2", Page: "# meta-remove-sample\n\nA | B, \"c\" <d>.\n\n## Why\n",
	},
	{
		ID: "package-x", Severity: rule.Informational, Category: rule.OnlineMigration, Component: rule.Package,
		Page: "# package-x\n\nSomething.\n",
	},
}

func TestListRules(t *testing.T) {
	t.Parallel()
	const golden = "testdata/golden/rules.golden"
	archive, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Files) != len(listFormats) {
		t.Errorf("%s has %d formats, there are %d", golden, len(archive.Files), len(listFormats))
	}
	for i, f := range archive.Files {
		var b strings.Builder
		if err := listRules(&b, f.Name, sample); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(f.Data), b.String()); diff != "" && !rewriting() {
			t.Errorf("%s: (-want +got)\n%s", f.Name, diff)
		}
		archive.Files[i].Data = []byte(b.String())
	}
	if rewriting() {
		if err := os.WriteFile(golden, txtar.Format(archive), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
